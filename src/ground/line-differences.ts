/** What an edit changed, line by line. */
// The whole package would come into the page with its kinds of diff for words, sentences and style sheets.
import { diffArrays } from "diff/lib/diff/array.js";
import { commonLines } from "./common-ends.ts";

export interface DiffLine {
  readonly kind: "same" | "removed" | "added";
  /** Line numbers from 1; null on the side that does not have the line. */
  readonly before: number | null;
  readonly after: number | null;
  readonly text: string;
}

type Lines = readonly string[];

/** Past so many removals and additions a middle part counts as wholly replaced, so that a large file costs no more time. */
const MAX_CHANGES = 1_000;

/** The shortest list of removals and additions that turns one text into the other; removals come first. */
export function diffLines(before: Lines, after: Lines): readonly DiffLine[] {
  const { head, tail } = commonLines(before, after);
  const [left, right] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  const middle = diffArrays([...left], [...right], { maxEditLength: MAX_CHANGES });
  const parts = [
    { value: before.slice(0, head), removed: false, added: false },
    ...(middle ?? [
      { value: left, removed: true, added: false },
      { value: right, removed: false, added: true },
    ]),
    { value: before.slice(before.length - tail), removed: false, added: false },
  ];
  let [old, fresh] = [0, 0];
  return parts.flatMap(({ value, removed, added }) =>
    value.map((text): DiffLine => {
      if (removed) return { kind: "removed", before: ++old, after: null, text };
      if (added) return { kind: "added", before: null, after: ++fresh, text };
      return { kind: "same", before: ++old, after: ++fresh, text };
    }),
  );
}

/** The changed lines with at most this many unchanged ones around them; null stands for lines left out. */
export function nearChanges<Line extends DiffLine>(lines: readonly Line[], reach: number): readonly (Line | null)[] {
  const wanted = new Set<number>();
  for (const [at, { kind }] of lines.entries()) {
    for (let near = at - reach; kind !== "same" && near <= at + reach; near += 1) wanted.add(near);
  }
  const shown: (Line | null)[] = [];
  for (const [at, line] of lines.entries()) {
    if (wanted.has(at)) shown.push(line);
    else if (shown.at(-1) !== null) shown.push(null);
  }
  return shown;
}
