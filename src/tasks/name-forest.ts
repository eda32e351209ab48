/** Names by their beginnings, so that a search leaves out all that begin in the same wrong way at once. */

/** Nodes of all names' letters, each before what follows it. Names that begin alike share nodes where they stand together. */
export class NameForest {
  readonly #names: string[] = [];
  #letters = new Uint16Array(1024);
  #depths = new Uint16Array(1024);
  /** The first node that is not beneath this one; 0 where that is the end. */
  #ends = new Uint32Array(1024);
  /** The place of the name that ends here, from 1; 0 where none does. */
  #named = new Uint32Array(1024);
  #size = 0;
  /** By depth, the node that the last name has there. */
  readonly #open: number[] = [];
  #last = "";

  /** @param name the empty one is left out, as is one of more letters than depths are counted to */
  add(name: string): void {
    if (name === "" || name.length > MOST_DEPTH) return;
    // A name that begins another one ends in a node of its own.
    const most = Math.min(name.length - 1, this.#last.length);
    let shared = 0;
    while (shared < most && name.charCodeAt(shared) === this.#last.charCodeAt(shared)) shared += 1;
    for (let depth = shared; depth < this.#open.length; depth += 1) this.#ends[this.#open[depth] ?? 0] = this.#size;
    this.#open.length = shared;
    while (this.#size + name.length > this.#letters.length) this.#grow();
    for (let depth = shared; depth < name.length; depth += 1) {
      this.#letters[this.#size] = name.charCodeAt(depth);
      this.#depths[this.#size] = depth;
      this.#open.push(this.#size);
      this.#size += 1;
    }
    this.#named[this.#size - 1] = this.#names.push(name);
    this.#last = name;
  }

  /** Names that begin so, no more of them than asked for: the first in the alphabet. */
  beginningWith(wanted: string, most: number): readonly string[] {
    let found: readonly string[] = [];
    for (let node = 0; node < this.#size; ) {
      const depth = this.#depths[node] ?? 0;
      if (this.#letters[node] !== wanted.charCodeAt(depth)) node = this.#endOf(node);
      else if (depth < wanted.length - 1) node += 1;
      else {
        const end = this.#endOf(node);
        for (; node < end; node += 1) {
          const name = this.#nameAt(node);
          if (name !== undefined) found = withFirst(found, name, most);
        }
      }
    }
    return found;
  }

  /**
   * The names at most so many edits away, Levenshtein's way.
   * @param mostCells of tables of edits that are filled, after which no further name is looked at
   */
  within(edits: number, wanted: string, mostCells: number): NamesWithin {
    const [letters, depths] = [this.#letters, this.#depths];
    const width = wanted.length + 1;
    const beyond = edits + 1;
    const deepest = wanted.length + edits;
    const cells = new Uint8Array(width * (deepest + 1)).fill(beyond);
    for (let column = 0; column <= Math.min(edits, wanted.length); column += 1) cells[column] = column;
    const codes = new Uint16Array(wanted.length);
    for (let place = 0; place < wanted.length; place += 1) codes[place] = wanted.charCodeAt(place);
    const table: EditTable = { cells, codes, width, edits };
    const near: NearName[] = [];
    let left = mostCells;
    for (let node = 0; node < this.#size && left > 0; ) {
      const row = (depths[node] ?? 0) + 1;
      left -= 2 * edits + 1;
      const least = row > deepest ? beyond : fillRow(table, row, letters[node] ?? 0);
      if (least === beyond) {
        node = this.#endOf(node);
        continue;
      }
      const distance = cells[row * width + wanted.length] ?? beyond;
      const name = this.#nameAt(node);
      if (distance <= edits && name !== undefined) near.push({ name, distance });
      node += 1;
    }
    return { near, cells: mostCells - left };
  }

  #endOf(node: number): number {
    return this.#ends[node] || this.#size;
  }

  #nameAt(node: number): string | undefined {
    return this.#names[(this.#named[node] ?? 0) - 1];
  }

  #grow(): void {
    const size = 2 * this.#letters.length;
    this.#letters = enlarged(this.#letters, new Uint16Array(size));
    this.#depths = enlarged(this.#depths, new Uint16Array(size));
    this.#ends = enlarged(this.#ends, new Uint32Array(size));
    this.#named = enlarged(this.#named, new Uint32Array(size));
  }
}

const MOST_DEPTH = 65_535;

export interface NearName {
  readonly name: string;
  /** How many edits it is away. */
  readonly distance: number;
}

export interface NamesWithin {
  readonly near: readonly NearName[];
  /** What it took. */
  readonly cells: number;
}

/** Of the edits between beginnings of a wanted name, one a column, and of another name, one a row. */
interface EditTable {
  readonly cells: Uint8Array;
  /** The wanted name's letters. */
  readonly codes: Uint16Array;
  readonly width: number;
  /** How many are looked for: what is farther is one more. */
  readonly edits: number;
}

/** Fills a row from the one above, where its cells can be within. @returns the least of them */
function fillRow({ cells, codes, width, edits }: EditTable, row: number, letter: number): number {
  const beyond = edits + 1;
  const first = Math.max(0, row - edits);
  const last = Math.min(codes.length, row + edits);
  const here = row * width;
  const above = here - width;
  if (first > 0) cells[here + first - 1] = beyond;
  let least = beyond;
  for (let column = first; column <= last; column += 1) {
    let distance = (cells[above + column] ?? beyond) + 1;
    if (column > 0) {
      const replaced = (cells[above + column - 1] ?? beyond) + (codes[column - 1] === letter ? 0 : 1);
      const added = (cells[here + column - 1] ?? beyond) + 1;
      if (replaced < distance) distance = replaced;
      if (added < distance) distance = added;
    }
    if (distance > beyond) distance = beyond;
    if (distance < least) least = distance;
    cells[here + column] = distance;
  }
  if (last + 1 < width) cells[here + last + 1] = beyond;
  return least;
}

function withFirst(found: readonly string[], name: string, most: number): readonly string[] {
  if (found.length === most && (found.at(-1) ?? "") <= name) return found;
  return [...found, name].sort((a, b) => (a < b ? -1 : Number(a > b))).slice(0, most);
}

function enlarged<Numbers extends Uint16Array | Uint32Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}
