/** Finds the name that a misspelt one was probably meant to be; among thousands, without keeping others waiting. */
import { setImmediate } from "node:timers/promises";

/** ` Did you mean a or b?` with the known names close to a misspelt one, or nothing: made to end a sentence with. */
export function didYouMean(name: string, known: Iterable<string>): string {
  return didYouMeanOf(nearestNames(name, known));
}

/** The same, of names that were found already. */
export function didYouMeanOf(nearest: readonly string[]): string {
  return nearest.length === 0 ? "" : ` Did you mean ${nearest.join(" or ")}?`;
}

const MOST_NEAREST = 3;
/** Edits that are looked for, the fewest first: who wrote nearly the right name is answered at once. */
const DISTANCES = [1, 2, 3, 5, 8, 12, 20, 40];
/** Cells of the tables of edits that may be filled; among a few hundred names it is never reached. */
const MOST_CELLS = 300_000;
/** Characters of a name that is compared at all: a table grows with their square, and no task's name is so long. */
const LONGEST_NAME = 256;
/** Names, and cells for them, after which who searches among many lets others run: few, since the first are not compiled yet. */
const NAMES_AT_ONCE = 250;
const CELLS_AT_ONCE = 1_000;

/** The at most three known names that begin with `name` or are few edits away from it, nearest first. */
export function nearestNames(name: string, known: Iterable<string>): string[] {
  const search = searchNames(name, known);
  let step = search.next();
  while (step.done !== true) step = search.next();
  return step.value;
}

/** The same among so many that others must not wait for all of it: it is found in pieces, between which they run. */
export async function nearestAmongMany(name: string, known: Iterable<string>): Promise<string[]> {
  const search = searchNames(name, known);
  let step = search.next();
  while (step.done !== true) {
    await setImmediate();
    step = search.next();
  }
  return step.value;
}

/** Stops wherever it may be interrupted. */
function* searchNames(name: string, known: Iterable<string>): Generator<void, string[]> {
  const wanted = name.toLowerCase();
  if (wanted === "" || wanted.length > LONGEST_NAME) return [];
  const names = [...known];
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  const work = { cells: MOST_CELLS };
  let found: Near[] = [];
  for (const distance of DISTANCES) {
    const within = Math.min(distance, limit);
    const nearer = yield* namesWithin(within, { wanted, names, work });
    // What was found before the work ran out stays the nearest.
    if (nearer.length >= found.length) found = nearer;
    if (found.length >= MOST_NEAREST || within === limit || work.cells <= 0) break;
  }
  return found
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_NEAREST)
    .map(({ name: near }) => near);
}

interface Near {
  readonly name: string;
  /** Levenshtein's, and 0 for a name that begins with the wanted one. */
  readonly distance: number;
}

interface Search {
  readonly wanted: string;
  readonly names: readonly string[];
  /** What may still be done; counted down. */
  readonly work: { cells: number };
}

/** All names so near. Those that begin alike stand together in a list, and share the rows of their common beginning. */
function* namesWithin(within: number, { wanted, names, work }: Search): Generator<void, Near[]> {
  const near: Near[] = [];
  const table = new EditTable(wanted, within);
  let pause = work.cells - CELLS_AT_ONCE;
  for (const [place, name] of names.entries()) {
    if (place % NAMES_AT_ONCE === NAMES_AT_ONCE - 1 || work.cells < pause) {
      yield;
      pause = work.cells - CELLS_AT_ONCE;
    }
    if (name.startsWith(wanted)) near.push({ name, distance: 0 });
    else if (Math.abs(name.length - wanted.length) <= within && work.cells > 0) {
      const { distance, cells } = table.compare(name);
      work.cells -= cells;
      if (distance <= within) near.push({ name, distance });
    }
  }
  return near;
}

/** Distances between the wanted name's beginnings, one a column, and another name's, one a row; above the limit inexact. */
class EditTable {
  readonly #wanted: string;
  readonly #within: number;
  readonly #width: number;
  readonly #cells: Uint8Array;
  #name = "";
  /** Rows that are filled for `#name`. */
  #filled = 0;
  /** The row from which all are above the limit; Infinity where none is. */
  #hopeless = Number.POSITIVE_INFINITY;

  constructor(wanted: string, within: number) {
    this.#wanted = wanted;
    this.#within = within;
    this.#width = wanted.length + 1;
    this.#cells = new Uint8Array(this.#width * (this.#width + within)).fill(within + 1);
    for (let column = 0; column <= Math.min(within, wanted.length); column += 1) this.#cells[column] = column;
  }

  /** @param name at most `within` longer than the wanted one */
  compare(name: string): { distance: number; cells: number } {
    const most = Math.min(this.#filled, name.length, this.#name.length);
    let row = 0;
    while (row < most && name.charCodeAt(row) === this.#name.charCodeAt(row)) row += 1;
    if (row < this.#hopeless) this.#hopeless = Number.POSITIVE_INFINITY;
    const begin = row;
    this.#name = name;
    while (row < name.length && this.#hopeless > row) {
      row += 1;
      if (!this.#fill(row, name.charCodeAt(row - 1))) this.#hopeless = row;
    }
    this.#filled = row;
    const cells = (row - begin) * (2 * this.#within + 1) + 1;
    const isHopeless = this.#hopeless <= name.length;
    return { distance: isHopeless ? this.#within + 1 : this.#at(name.length, this.#wanted.length), cells };
  }

  /** @returns whether some beginning is still within the limit */
  #fill(row: number, letter: number): boolean {
    const beyond = this.#within + 1;
    const first = Math.max(0, row - this.#within);
    const last = Math.min(this.#width - 1, row + this.#within);
    const above = (row - 1) * this.#width;
    const here = row * this.#width;
    if (first > 0) this.#cells[here + first - 1] = beyond;
    let least = beyond;
    for (let column = first; column <= last; column += 1) {
      let distance = (this.#cells[above + column] ?? beyond) + 1;
      if (column > 0) {
        const replaced =
          (this.#cells[above + column - 1] ?? beyond) + (this.#wanted.charCodeAt(column - 1) === letter ? 0 : 1);
        distance = Math.min(distance, replaced, (this.#cells[here + column - 1] ?? beyond) + 1);
      }
      if (distance > beyond) distance = beyond;
      if (distance < least) least = distance;
      this.#cells[here + column] = distance;
    }
    if (last + 1 < this.#width) this.#cells[here + last + 1] = beyond;
    return least <= this.#within;
  }

  #at(row: number, column: number): number {
    return this.#cells[row * this.#width + column] ?? this.#within + 1;
  }
}
