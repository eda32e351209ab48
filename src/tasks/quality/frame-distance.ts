/** How far from the bug the failing tests point. */

import { editedLines } from "../generation/making/candidates.ts";
import type { Mutant } from "../mutants/mutant.ts";
import type { JudgedTest } from "../run-tests.ts";

/**
 * Lines from the innermost frame of the program's own in which a failing test raises, to the nearest line of the bug, of
 * the test that points nearest. Null where no failing test raises: a wrong value names no line.
 */
export function frameDistance(
  results: readonly JudgedTest[],
  { edits, text }: { readonly edits: Mutant["edits"]; readonly text: string },
): number | null {
  const places = edits.map(([from, to, put]) => ({ from, to, text: put }));
  const lines = [...editedLines({ edits: places, text })];
  const distances = results.flatMap(({ passed, outcome }) => {
    if (passed || outcome.kind !== "raised" || outcome.line === null) return [];
    const frame = outcome.line;
    return lines.map((line) => Math.abs(line - frame));
  });
  return distances.length === 0 ? null : Math.min(...distances);
}
