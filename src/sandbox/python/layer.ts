/** What a program's module wrote, kept as a second image over the first: each call on it starts from both. */
import { PAGE_BYTES, PAGE_SHIFT } from "../wasm/memory-layout.ts";
import type { GuestMemory } from "./guest-memory.ts";
import { copyImage, type Range, takeMarks } from "./restore.ts";

/** Room that is kept from one layer to the next; more than that is given back. */
const KEPT_BYTES = 2 * 1024 * 1024;

export class Layer {
  /** By page, its place in `#bytes`, counted from 1; 0 where the image holds. */
  readonly #places: Int32Array;
  readonly #pages: number[] = [];
  #bytes = Buffer.alloc(0);

  /** @param pages of the guest's memory */
  constructor(pages: number) {
    this.#places = new Int32Array(pages);
  }

  /** Bytes that it takes at the moment. */
  get size(): number {
    return this.#pages.length * PAGE_BYTES;
  }

  /** Takes over every page that is marked, and clears the marks. The layer must be empty. */
  take(memory: GuestMemory): void {
    takeMarks(memory, (first, end) => {
      // A store at the end of a page may reach into the next and marks only the first (`SLACK_BYTES`).
      const behind = Math.min(end, memory.layout.firstForbiddenPage - 1);
      for (let page = first; page <= behind; page += 1) this.#add(page);
    });
    if (this.#bytes.length < this.size) this.#bytes = Buffer.allocUnsafeSlow(this.size);
    this.#eachRun((from, to, place) => this.#bytes.set(memory.bytes.subarray(from, to), place));
  }

  /** Forgets everything. @param memory where its pages are marked again, so that a restore brings the image back */
  drop(memory: GuestMemory | null): void {
    for (const page of this.#pages) {
      this.#places[page] = 0;
      if (memory !== null) memory.dirtyMap[page] = 1;
    }
    this.#pages.length = 0;
    if (this.#bytes.length > KEPT_BYTES) this.#bytes = Buffer.alloc(0);
  }

  /** Writes all of it over a memory that holds the image. */
  apply(memory: GuestMemory): void {
    this.#eachRun((from, to, place) => memory.bytes.set(this.#bytes.subarray(place, place + to - from), from));
  }

  /** Copies a stretch of what memory was: the layer's pages from here, all others from the image. */
  copyOver(bytes: Uint8Array, image: Uint8Array, { from, to }: Range): void {
    let at = from;
    while (at < to) {
      const page = at >>> PAGE_SHIFT;
      const place = this.#places[page] ?? 0;
      let next = page + 1;
      // Pages that adjoin in memory adjoin here, too.
      while (next << PAGE_SHIFT < to && this.#holds(next) === (place !== 0)) next += 1;
      const end = Math.min(next << PAGE_SHIFT, to);
      const start = (place - 1) * PAGE_BYTES;
      if (place === 0) copyImage(bytes, image, { from: at, to: end });
      else bytes.set(this.#bytes.subarray(start, start + end - at), at);
      at = end;
    }
  }

  /** Its pages, in the order of their addresses. */
  *pages(): Generator<{ readonly page: number; readonly bytes: Buffer }> {
    for (const [index, page] of this.#pages.entries()) {
      yield { page, bytes: this.#bytes.subarray(index * PAGE_BYTES, (index + 1) * PAGE_BYTES) };
    }
  }

  #holds(page: number): boolean {
    return (this.#places[page] ?? 0) !== 0;
  }

  #add(page: number): void {
    if (this.#places[page] !== 0) return;
    this.#pages.push(page);
    this.#places[page] = this.#pages.length;
  }

  #eachRun(visit: (from: number, to: number, place: number) => void): void {
    for (let index = 0; index < this.#pages.length; ) {
      const first = this.#pages[index] ?? 0;
      let count = 1;
      while (this.#pages[index + count] === first + count) count += 1;
      visit(first << PAGE_SHIFT, (first + count) << PAGE_SHIFT, index * PAGE_BYTES);
      index += count;
    }
  }
}
