/** Brings a guest's memory back to the image by copying only the pages that were written. */
import { PAGE_BYTES, PAGE_SHIFT, SLACK_BYTES } from "../wasm/memory-layout.ts";
import type { GuestMemory } from "./guest-memory.ts";

/**
 * @param image the image's bytes; past its end the pristine memory is zero
 * @returns pages restored, or null when guard or map were written: the instance must then be thrown away
 */
export function restoreDirtyPages(memory: GuestMemory, image: Uint8Array): number | null {
  const { dirtyMap, layout } = memory;
  if (dirtyMap.indexOf(1, layout.firstForbiddenPage) !== -1) return null;
  let restored = 0;
  for (let first = dirtyMap.indexOf(1); first !== -1; first = dirtyMap.indexOf(1, first)) {
    const end = endOfRun(dirtyMap, first);
    copyRange(memory.bytes, image, { from: first << PAGE_SHIFT, to: (end << PAGE_SHIFT) + SLACK_BYTES });
    dirtyMap.fill(0, first, end);
    restored += end - first;
  }
  return restored;
}

/** Single clean pages between dirty ones are copied along: one longer copy is cheaper than two. */
function endOfRun(map: Uint8Array, first: number): number {
  let end = first + 1;
  for (;;) {
    while (map[end] === 1) end += 1;
    if (map[end + 1] !== 1) return end;
    end += 2;
  }
}

function copyRange(bytes: Uint8Array, image: Uint8Array, range: { readonly from: number; readonly to: number }): void {
  const imageEnd = Math.min(range.to, image.length);
  if (range.from < imageEnd) bytes.set(image.subarray(range.from, imageEnd), range.from);
  if (range.to > image.length) bytes.fill(0, Math.max(range.from, image.length), range.to);
}

/**
 * Compares the whole memory with the image; slow, for tests and for samples in production.
 * @returns the address of the first byte that differs, or null
 */
export function firstDifference(memory: GuestMemory, image: Uint8Array): number | null {
  const actual = Buffer.from(memory.bytes.buffer);
  const expected = Buffer.from(image.buffer, image.byteOffset, image.length);
  const same = actual.compare(expected, 0, image.length, 0, image.length) === 0;
  if (!same) return expected.findIndex((byte, address) => actual[address] !== byte);
  const zeros = Buffer.alloc(PAGE_BYTES * 64);
  for (let start = image.length; start < actual.length; start += zeros.length) {
    const end = Math.min(start + zeros.length, actual.length);
    if (actual.compare(zeros, 0, end - start, start, end) === 0) continue;
    return start + actual.subarray(start, end).findIndex((byte) => byte !== 0);
  }
  return null;
}
