/** Brings a guest's memory back to what it was by copying only the pages that were written. */
import { PAGE_BYTES, PAGE_SHIFT, SLACK_BYTES } from "../wasm/memory-layout.ts";
import { isForged, takeMarks } from "./dirty-marks.ts";
import type { GuestMemory } from "./guest-memory.ts";
import type { Layer } from "./layer.ts";
import { imagePages, type PageViews, type Range } from "./page-views.ts";

/** The image's bytes, past whose end the pristine memory is zero, and its pages as they are asked for most. */
export interface Pristine {
  readonly bytes: Uint8Array;
  readonly pages: PageViews;
}

export function pristineImage(image: SharedArrayBuffer): Pristine {
  const bytes = new Uint8Array(image);
  return { bytes, pages: imagePages(bytes, SLACK_BYTES) };
}

/** Longer runs are copied in one go; most are a single page. */
const SHORT_RUN = 4;

/**
 * @param layer what lies over the image, if anything does
 * @returns pages restored, or null when guard or map were written: the instance must then be thrown away
 */
export function restoreDirtyPages(memory: GuestMemory, image: Pristine, layer: Layer): number | null {
  if (isForged(memory)) return null;
  const { bytes } = memory;
  return takeMarks(memory, (first, end) => {
    if (end - first > SHORT_RUN) return layer.copyOver(bytes, image.bytes, rangeOf(first, end));
    for (let page = first; page < end; page += 1) {
      const source = layer.viewOf(page, image.pages);
      if (source !== null) bytes.set(source, page << PAGE_SHIFT);
      else layer.copyOver(bytes, image.bytes, rangeOf(page, page + 1));
    }
  });
}

/** The bytes of a run of pages, and those behind it that a store to its last page may have reached. */
function rangeOf(first: number, end: number): Range {
  return { from: first << PAGE_SHIFT, to: (end << PAGE_SHIFT) + SLACK_BYTES };
}

/**
 * Compares the whole memory with the image and the layer over it; slow, for tests and for samples in production.
 * @returns the address of the first byte that differs, or null
 */
export function firstDifference(memory: GuestMemory, image: Uint8Array, layer: Layer | null = null): number | null {
  const actual = Buffer.from(memory.bytes.buffer);
  const expected = Buffer.from(image.buffer, image.byteOffset, image.length);
  let from = 0;
  for (const { page, bytes } of layer?.pages() ?? []) {
    const start = page << PAGE_SHIFT;
    const difference =
      differenceFromImage(actual, expected, { from, to: start }) ??
      differenceFrom(bytes, actual, { from: start, to: start + PAGE_BYTES });
    if (difference !== null) return difference;
    from = start + PAGE_BYTES;
  }
  return differenceFromImage(actual, expected, { from, to: actual.length });
}

const ZEROS = Buffer.alloc(PAGE_BYTES * 64);

function differenceFromImage(actual: Buffer, image: Buffer, { from, to }: Range): number | null {
  const imageEnd = Math.max(from, Math.min(to, image.length));
  const difference = differenceFrom(image.subarray(from, imageEnd), actual, { from, to: imageEnd });
  if (difference !== null) return difference;
  for (let start = imageEnd; start < to; start += ZEROS.length) {
    const end = Math.min(start + ZEROS.length, to);
    const found = differenceFrom(ZEROS.subarray(0, end - start), actual, { from: start, to: end });
    if (found !== null) return found;
  }
  return null;
}

function differenceFrom(expected: Buffer, actual: Buffer, { from, to }: Range): number | null {
  if (from >= to || actual.compare(expected, 0, to - from, from, to) === 0) return null;
  return from + expected.findIndex((byte, index) => actual[from + index] !== byte);
}
