/** What changed from one text to another, line by line, with the part of a line that differs. */

export interface DiffRow {
  readonly kind: "same" | "removed" | "added";
  /** Line numbers from 1; null on the side that does not have the line. */
  readonly before: number | null;
  readonly after: number | null;
  readonly text: string;
  /** From where to where the text differs from its counterpart; null where the whole line does. */
  readonly changed: readonly [from: number, to: number] | null;
}

/** Past this size of the differing middle, it is shown as removed and added as a whole. */
const MAX_CELLS = 1_000_000;

export function diffLines(before: readonly string[], after: readonly string[]): readonly DiffRow[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;

  const rows: DiffRow[] = [];
  for (let at = 0; at < head; at += 1) rows.push(same(before[at] ?? "", at + 1, at + 1));
  rows.push(...middle(before.slice(head, before.length - tail), after.slice(head, after.length - tail), head));
  for (let back = tail; back > 0; back -= 1) {
    rows.push(same(before[before.length - back] ?? "", before.length - back + 1, after.length - back + 1));
  }
  return rows;
}

/** Only the changed rows and `around` of their neighbours; a gap is null. */
export function nearChanges(rows: readonly DiffRow[], around = 2): readonly (DiffRow | null)[] {
  const wanted = new Set<number>();
  rows.forEach((row, at) => {
    if (row.kind === "same") return;
    for (let near = at - around; near <= at + around; near += 1) wanted.add(near);
  });
  const shown: (DiffRow | null)[] = [];
  rows.forEach((row, at) => {
    if (wanted.has(at)) shown.push(row);
    else if (shown.length > 0 && shown.at(-1) !== null) shown.push(null);
  });
  return shown.at(-1) === null ? shown.slice(0, -1) : shown;
}

function same(text: string, before: number, after: number): DiffRow {
  return { kind: "same", before, after, text, changed: null };
}

function middle(before: readonly string[], after: readonly string[], offset: number): readonly DiffRow[] {
  const rows: DiffRow[] = [];
  let removed: number[] = [];
  let added: number[] = [];
  const flush = (): void => {
    removed.forEach((at, place) => {
      rows.push(change("removed", before, at, offset, counterpart(removed, added, place, before, after)));
    });
    added.forEach((at, place) => {
      rows.push(change("added", after, at, offset, counterpart(added, removed, place, after, before)));
    });
    removed = [];
    added = [];
  };
  let a = 0;
  let b = 0;
  for (const [nextA, nextB] of [...commonLines(before, after), [before.length, after.length] as const]) {
    while (a < nextA) removed.push(a++);
    while (b < nextB) added.push(b++);
    flush();
    if (a < before.length && b < after.length) rows.push(same(before[a] ?? "", a++ + offset + 1, b++ + offset + 1));
  }
  return rows;
}

/** Where as many lines are removed as added, they are pairs. */
function counterpart(
  own: readonly number[],
  other: readonly number[],
  place: number,
  ownLines: readonly string[],
  otherLines: readonly string[],
): DiffRow["changed"] {
  if (own.length !== other.length) return null;
  return differingPart(ownLines[own[place] ?? -1] ?? "", otherLines[other[place] ?? -1] ?? "");
}

function change(
  kind: "removed" | "added",
  lines: readonly string[],
  at: number,
  offset: number,
  changed: DiffRow["changed"],
): DiffRow {
  const number = at + offset + 1;
  const sides = kind === "removed" ? { before: number, after: null } : { before: null, after: number };
  return { kind, ...sides, text: lines[at] ?? "", changed };
}

function differingPart(own: string, other: string): DiffRow["changed"] {
  const most = Math.min(own.length, other.length);
  let head = 0;
  while (head < most && own[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < most - head && own[own.length - 1 - tail] === other[other.length - 1 - tail]) tail += 1;
  // A line that has nothing in common with its counterpart differs as a whole.
  return own.slice(0, head).trim() === "" && tail === 0 ? null : [head, own.length - tail];
}

/** Pairs of the longest common subsequence. */
function commonLines(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  if (a.length === 0 || b.length === 0 || a.length * b.length > MAX_CELLS) return [];
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}
