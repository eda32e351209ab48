/** Views of single pages, made once and kept: to make one takes longer than to copy what it shows. */
import { PAGE_BYTES, PAGE_SHIFT } from "../wasm/memory-layout.ts";

/** Pages of memory that are looked at again and again: what any run writes is a few hundred. */
const MAX_PAGES = 1024;

/** Views of places in a buffer of one's own, counted from 0. */
export class SlotViews {
  readonly #views: Uint8Array[] = [];
  readonly #buffer: ArrayBufferLike;
  readonly #length: number;

  constructor(buffer: ArrayBufferLike, length: number) {
    this.#buffer = buffer;
    this.#length = length;
  }

  at(slot: number): Uint8Array {
    let view = this.#views[slot];
    if (view === undefined) {
      view = new Uint8Array(this.#buffer, slot * PAGE_BYTES, this.#length);
      this.#views[slot] = view;
    }
    return view;
  }
}

/** Views by page number; the first so many that are asked for. */
export class PageViews {
  readonly #views = new Map<number, Uint8Array>();
  readonly #make: (page: number) => Uint8Array;

  constructor(make: (page: number) => Uint8Array) {
    this.#make = make;
  }

  /** Null where no more are kept. */
  at(page: number): Uint8Array | null {
    const known = this.#views.get(page);
    if (known !== undefined) return known;
    if (this.#views.size >= MAX_PAGES) return null;
    const made = this.#make(page);
    this.#views.set(page, made);
    return made;
  }
}

/** Copies of the image's pages and what follows each: copying out of memory that threads share is slow. */
export function imagePages(image: Uint8Array, slack: number): PageViews {
  return new PageViews((page) => {
    const from = page << PAGE_SHIFT;
    const copy = new Uint8Array(PAGE_BYTES + slack);
    copy.set(image.subarray(Math.min(from, image.length), Math.min(from + copy.length, image.length)));
    return copy;
  });
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

export function copyImage(bytes: Uint8Array, image: Uint8Array, { from, to }: Range): void {
  const imageEnd = Math.min(to, image.length);
  if (from < imageEnd) bytes.set(image.subarray(from, imageEnd), from);
  if (to > image.length) bytes.fill(0, Math.max(from, image.length), to);
}
