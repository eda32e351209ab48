/** Code as an agent refers to it: lines with their numbers, and where two versions of a file differ. */
import { commonLines } from "../ground/common-ends.ts";
import { countOf } from "../protocol/text.ts";

/** Lines from 1; `last = first - 1` is the place before line `first`, where lines were deleted. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/**
 * `  9 | code`, one string a line, the first numbered `from`.
 *
 * ```ts
 * numberLines(["a", "b"], 9) // [" 9 | a", "10 | b"]
 * ```
 */
export function numberLines(lines: readonly string[], from = 1): readonly string[] {
  const width = String(from + lines.length - 1).length;
  return lines.map((line, offset) => `${String(from + offset).padStart(width)} | ${line}`);
}

/**
 * Where `after` differs from `before`, in the lines of `after`; an empty range where lines are only missing.
 *
 * ```ts
 * changedLines(["a", "b", "c"], ["a", "x", "y", "c"]) // { first: 2, last: 3 }
 * ```
 */
export function changedLines(before: readonly string[], after: readonly string[]): LineRange {
  const { head, tail } = commonLines(before, after);
  return { first: head + 1, last: after.length - tail };
}

/**
 * `1 line`, `12 lines`.
 *
 * ```ts
 * countLines(12) // "12 lines"
 * ```
 */
export function countLines(count: number): string {
  return countOf(count, "line");
}

/** The numbers of the first and the last of lines that `numberLines` has written. */
export function numbersOf(numbered: string): LineRange {
  const lines = numbered.split("\n");
  const [first, last] = [lines[0], lines.at(-1)].map((line = "") => Number.parseInt(line, 10));
  return { first: first ?? 0, last: last ?? 0 };
}

/** Every line that is not empty, two spaces deeper. */
export function indentLines(text: string): string {
  return text.replace(/^(?=.)/gm, "  ");
}
