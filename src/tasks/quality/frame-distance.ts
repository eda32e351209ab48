/** How far from the bug the failing tests point. */
import type { Source } from "../../sandbox/source.ts";
import { editedLines, placedLine } from "../generation/making/candidates.ts";
import { type Mutant, placedEdit } from "../mutants/mutant.ts";
import type { JudgedTest } from "../run-tests.ts";

/**
 * Lines from the innermost frame of the program's own in which a failing test raises, to the nearest line of the bug in
 * that file, of the test that points nearest. Null where none raises in a file that has the bug: a wrong value, or another
 * file, names no line.
 * @param code the program with the bug
 */
export function frameDistance(
  results: readonly JudgedTest[],
  { edits, code }: Pick<Mutant, "edits"> & { readonly code: Source },
): number | null {
  const lines = editedLines({ edits: edits.map((edit) => placedEdit(edit, code)), code });
  const distances = results.flatMap(({ passed, outcome }) => {
    if (passed || outcome.kind !== "raised") return [];
    const { line, path } = outcome.place ?? { line: outcome.line, path: code.entry };
    return line === null ? [] : distancesFrom({ line, path }, lines);
  });
  return distances.length === 0 ? null : Math.min(...distances);
}

function distancesFrom(
  { line, path }: { readonly line: number; readonly path: string },
  lines: ReadonlySet<string>,
): readonly number[] {
  const inFile = placedLine(path, 0).slice(0, -1);
  return [...lines].flatMap((one) => (one.startsWith(inFile) ? Math.abs(Number(one.slice(inFile.length)) - line) : []));
}
