/** How hard a mutant is to mend, told from what was measured when it was made. */
import type { Difficulty } from "../../protocol/protocol.ts";
import type { Source } from "../../sandbox/source.ts";
import type { Program } from "../task.ts";
import type { Mutant } from "./mutant.ts";

export interface Measured {
  /** Of the visible tests, the share that fails: above 0. */
  readonly failing: number;
  /** Of the generated calls, the share on which it differs from the solution. */
  readonly differing: number;
  /** Whether a failing test names a line of the bug. */
  readonly crashes: boolean;
  /** Lines of the program. */
  readonly lines: number;
  /** Places that have to be mended. */
  readonly sites: number;
}

/** A program of so many lines, or more, is as long as they get. */
const LONG = 120;
const LEAST_SCORE = { hard: 0.85, medium: 0.72 };

/**
 * From 0, where every test fails on the line itself, to 1. Few failing tests tell less of where to look; a bug that shows
 * on few calls hides in a case; a wrong value does not name its line; a long program has more places; two have both to be found.
 */
export function difficultyScore({ failing, differing, crashes, lines, sites }: Measured): number {
  const length = Math.min(1, lines / LONG);
  const score = 0.3 * (1 - failing) + 0.2 * (1 - differing) + (crashes ? 0 : 0.2) + 0.3 * length;
  return sites > 1 ? Math.min(1, score + 0.15) : score;
}

/** Thirds of the package's own set lie between these scores. */
export function difficultyAt(score: number): Difficulty {
  if (score >= LEAST_SCORE.hard) return "hard";
  return score >= LEAST_SCORE.medium ? "medium" : "easy";
}

/** Of all files together. */
function linesOf({ files }: Source): number {
  return [...files.values()].reduce((sum, text) => sum + text.split("\n").length, 0);
}

/** Of a mutant of this program; it is not kept, so that the scores can be weighed again without making the tasks again. */
export function mutantDifficulty({ tests, solution }: Program, mutant: Mutant): Difficulty {
  const { fails, test, differs, crashes, operators } = mutant;
  const score = difficultyScore({
    failing: fails.length / (tests.length + (test === undefined ? 0 : 1)),
    differing: differs,
    crashes,
    lines: linesOf(solution),
    sites: operators.length,
  });
  return difficultyAt(score);
}
