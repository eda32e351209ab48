/** What changed from one text to another, line by line, with the part of a line that differs. */
import { commonCharacters } from "../../../src/ground/common-ends.ts";
import { type DiffLine, diffLines } from "../../../src/ground/line-differences.ts";

export interface DiffRow extends DiffLine {
  /** From where to where the text differs from its counterpart; null where the whole line does. */
  readonly changed: readonly [from: number, to: number] | null;
}

export function diffRows(before: readonly string[], after: readonly string[]): readonly DiffRow[] {
  const rows: DiffRow[] = [];
  let removed: DiffLine[] = [];
  let added: DiffLine[] = [];
  const flush = (): void => {
    rows.push(...pairUp(removed, added), ...pairUp(added, removed));
    [removed, added] = [[], []];
  };
  for (const line of diffLines(before, after)) {
    if (line.kind === "removed") removed.push(line);
    else if (line.kind === "added") added.push(line);
    else {
      flush();
      rows.push({ ...line, changed: null });
    }
  }
  flush();
  return rows;
}

/** Where as many lines are removed as added, they are pairs. */
function pairUp(own: readonly DiffLine[], others: readonly DiffLine[]): readonly DiffRow[] {
  const arePairs = own.length === others.length;
  return own.map((line, place) => ({
    ...line,
    changed: arePairs ? differingPart(line.text, others[place]?.text ?? "") : null,
  }));
}

function differingPart(own: string, other: string): DiffRow["changed"] {
  const { head, tail } = commonCharacters(own, other);
  // A line that has nothing in common with its counterpart differs as a whole.
  return own.slice(0, head).trim() === "" && tail === 0 ? null : [head, own.length - tail];
}
