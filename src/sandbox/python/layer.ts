/** What a program's module wrote, kept as a second image over the first: each call on it starts from both. */
import { PAGE_BYTES, PAGE_SHIFT, SLACK_BYTES } from "../wasm/memory-layout.ts";
import { takeMarks } from "./dirty-marks.ts";
import type { GuestMemory } from "./guest-memory.ts";
import { copyImage, type PageViews, type Range, SlotViews } from "./page-views.ts";

/** Room that is kept from one layer to the next; more than that is given back. */
const KEPT_BYTES = 2 * 1024 * 1024;
/** Enough for what most modules write, so that the room is made once. */
const LEAST_BYTES = 512 * 1024;

export class Layer {
  /** By page, its place in `#bytes`, counted from 1; 0 where the image holds. */
  readonly #places: Int32Array;
  readonly #pages: number[] = [];
  #bytes = Buffer.alloc(0);
  /** Of each page in it and what follows. */
  #views = new SlotViews(this.#bytes.buffer, 0);

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
    if (this.#bytes.length < this.size) this.#make(Math.max(LEAST_BYTES, this.size));
    for (const [slot, page] of this.#pages.entries()) {
      const from = page << PAGE_SHIFT;
      const written = memory.pages.at(page) ?? memory.bytes.subarray(from, from + PAGE_BYTES);
      this.#bytes.set(written, slot * PAGE_BYTES);
    }
  }

  /** Forgets everything. @param memory where its pages are marked again, so that a restore brings the image back */
  drop(memory: GuestMemory | null): void {
    for (const page of this.#pages) {
      this.#places[page] = 0;
      if (memory !== null) memory.dirtyMap[page] = 1;
    }
    this.#pages.length = 0;
    if (this.#bytes.length > KEPT_BYTES) this.#make(LEAST_BYTES);
  }

  /**
   * What a page was, with the bytes behind it that a store to it may have reached.
   * @param image the image's pages, for one that is not in the layer
   * @returns null where that does not lie together
   */
  viewOf(page: number, image: PageViews): Uint8Array | null {
    const place = this.#places[page] ?? 0;
    const behind = this.#places[page + 1] ?? 0;
    if (place === 0) return behind === 0 ? image.at(page) : null;
    return behind === place + 1 ? this.#views.at(place - 1) : null;
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

  #make(bytes: number): void {
    this.#bytes = Buffer.allocUnsafeSlow(bytes);
    this.#views = new SlotViews(this.#bytes.buffer, PAGE_BYTES + SLACK_BYTES);
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
