/** What operators make of a solution, before anybody has run it. */

import { lineAt } from "../../../ground/line-at.ts";
import type { SourceEdit } from "../../mutants/splice.ts";
import { inTextOrder, spliceEdits } from "../../mutants/splice.ts";
import type { MutationOperator, Realism } from "../operator.ts";
import { enclosingFunction, isValidPython, parseProgram } from "../parsed-program.ts";

export interface Candidate {
  /** One, or two where there are two sites. */
  readonly operators: readonly string[];
  readonly bugType: string;
  readonly realism: Realism;
  /** In the order of the text. */
  readonly edits: readonly SourceEdit[];
  /** The solution with the edits made. */
  readonly text: string;
  /** Where the innermost function around each site begins; -1 outside of any. */
  readonly functions: readonly number[];
}

const BY_REALISM: Readonly<Record<Realism, number>> = { realistic: 0, plausible: 1, silly: 2 };

export function realismRank(realism: Realism): number {
  return BY_REALISM[realism];
}

/**
 * Every mutant of one operator at one site, each text once: of operators that make the same text the most realistic one
 * has it. What does not parse is left out.
 * @param taken texts that are not wanted: the solution, and bugs that there are already
 */
export function firstOrderCandidates(
  solution: string,
  operators: readonly MutationOperator[],
  taken: ReadonlySet<string>,
): Candidate[] {
  const program = parseProgram(solution);
  const candidates: Candidate[] = [];
  const seen = new Set(taken);
  const ranked = operators.toSorted((a, b) => realismRank(a.realism) - realismRank(b.realism));
  for (const { name, bugType, realism, mutants } of ranked) {
    for (const draft of mutants(program)) {
      const edits = inTextOrder(draft);
      const text = spliceEdits(solution, edits);
      if (seen.has(text)) continue;
      seen.add(text);
      if (!isValidPython(text)) continue;
      const at = program.tree.resolveInner(edits[0]?.from ?? 0, 1);
      const functions = [enclosingFunction(at)?.from ?? -1];
      candidates.push({ operators: [name], bugType, realism, edits, text, functions });
    }
  }
  return candidates;
}

/** Both mistakes in one text; null where one would change what the other has written. */
export function joinCandidates(solution: string, one: Candidate, other: Candidate): Candidate | null {
  const edits = inTextOrder([...one.edits, ...other.edits]);
  const overlaps = edits.some(({ to }, index) => (edits[index + 1]?.from ?? Number.POSITIVE_INFINITY) <= to);
  if (overlaps) return null;
  const text = spliceEdits(solution, edits);
  if (!isValidPython(text)) return null;
  return {
    operators: [...one.operators, ...other.operators],
    bugType: MULTIPLE,
    realism: realismRank(one.realism) > realismRank(other.realism) ? one.realism : other.realism,
    edits,
    text,
    functions: [...one.functions, ...other.functions],
  };
}

/** The bug type of what has two sites. */
export const MULTIPLE = "multiple-bugs";

/** Of the text with the edits made: the lines that they wrote, from 1. */
export function editedLines({ edits, text }: Pick<Candidate, "edits" | "text">): ReadonlySet<number> {
  const lines = new Set<number>();
  let moved = 0;
  for (const { from, to, text: put } of edits) {
    const start = from + moved;
    const first = lineAt(text, start);
    const last = lineAt(text, start + Math.max(0, put.trimEnd().length - 1));
    for (let line = first; line <= last; line += 1) lines.add(line);
    moved += put.length - (to - from);
  }
  return lines;
}
