/** How hard a mutant is to mend, told from what was measured when it was made and afterwards. */
import type { Difficulty } from "../../protocol/protocol.ts";
import type { Source } from "../../sandbox/source.ts";
import type { Program } from "../task.ts";
import type { FittedWeights } from "./fit-difficulty.ts";
import type { Mutant } from "./mutant.ts";
import type { TaskMeasures } from "./task-measures.ts";

export interface Measured {
  /** Of the visible tests, the share that fails: above 0. */
  readonly failing: number;
  /** Of the generated calls, the share on which it differs from the solution. */
  readonly differing: number;
  /** Lines from the frame in which a failing test raises to the bug; null where none raises. */
  readonly distance: number | null;
  /** Lines of the program. */
  readonly lines: number;
  /** Places that have to be mended. */
  readonly sites: number;
}

/** A program of so many lines, or more, is as long as they get; so is a distance. */
const LONG = { program: 120, distance: 60 };

/**
 * What a score is the weighted sum of, each from 0 to 1, in this order: the share of visible tests that pass, the share of
 * calls that agree, whether no failing test raises, how far from the bug one does, how long the program is, and whether two
 * places have to be mended.
 */
export function difficultyFeatures({ failing, differing, distance, lines, sites }: Measured): readonly number[] {
  const far = distance === null ? 0 : Math.log1p(Math.min(distance, LONG.distance)) / Math.log1p(LONG.distance);
  return [
    1 - failing,
    1 - differing,
    distance === null ? 1 : 0,
    far,
    Math.min(1, lines / LONG.program),
    sites > 1 ? 1 : 0,
  ];
}

/**
 * Fitted to what the search agent solved of a sample (`tracefix tasks measure`): the sum is the logarithm of the odds that it
 * does not solve the task. `test/docs/task-card.test.ts` fits them again.
 */
export const DIFFICULTY_WEIGHTS: FittedWeights = { base: 0.57, features: [0.48, 0.22, 0.52, 0.21, -0.08, 1.58] };

export interface DifficultyBounds {
  readonly medium: number;
  readonly hard: number;
}

/** Thirds of the package's own set lie between these scores. */
export const DIFFICULTY_BOUNDS: DifficultyBounds = { medium: 1.32, hard: 1.69 };

/** The higher, the less likely it is that the search agent solves it. */
export function difficultyScore(measured: Measured, weights: FittedWeights = DIFFICULTY_WEIGHTS): number {
  const { base, features } = weights;
  const values = difficultyFeatures(measured);
  return features.reduce((sum, weight, place) => sum + weight * (values[place] ?? 0), base);
}

export function difficultyAt(score: number, { medium, hard }: DifficultyBounds = DIFFICULTY_BOUNDS): Difficulty {
  if (score >= hard) return "hard";
  return score >= medium ? "medium" : "easy";
}

/** @param measures of this mutant; where there are none, a test that raises is taken to raise on the bug's line or nowhere */
export function measuredOf({ tests, solution }: Program, mutant: Mutant, measures?: TaskMeasures): Measured {
  const { fails, test, differs, crashes, operators } = mutant;
  const distance = measures === undefined ? (crashes ? 0 : null) : measures.distance;
  return {
    failing: fails.length / (tests.length + (test === undefined ? 0 : 1)),
    differing: differs,
    distance,
    lines: linesOf(solution),
    sites: operators.length,
  };
}

/** Of all files together. */
function linesOf({ files }: Source): number {
  return [...files.values()].reduce((sum, text) => sum + text.split("\n").length, 0);
}

/** Of a mutant of this program; it is not kept, so that the scores can be weighed again without making the tasks again. */
export function mutantDifficulty(program: Program, mutant: Mutant, measures?: TaskMeasures): Difficulty {
  return difficultyAt(difficultyScore(measuredOf(program, mutant, measures)));
}
