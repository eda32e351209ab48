/** Brings a guest's memory back to the image by copying only the pages that were written. */
import { PAGE_BYTES, PAGE_SHIFT, SLACK_BYTES } from "../wasm/memory-layout.ts";
import type { GuestMemory } from "./guest-memory.ts";

/** Map entries read at once: eight bytes, as the number they make. A clean page's entry is 0, and all others are 1. */
const ENTRIES_A_WORD = 8;

/**
 * @param image the image's bytes; past its end the pristine memory is zero
 * @returns pages restored, or null when guard or map were written: the instance must then be thrown away
 */
export function restoreDirtyPages(memory: GuestMemory, image: Uint8Array): number | null {
  const { dirtyMap, dirtyWords, layout } = memory;
  if (dirtyMap.indexOf(1, layout.firstForbiddenPage) !== -1) return null;
  const words = layout.firstForbiddenPage / ENTRIES_A_WORD;
  let restored = 0;
  for (let word = 0; word < words; word += 1) {
    if (dirtyWords[word] === 0) continue;
    const end = (word + 1) * ENTRIES_A_WORD;
    for (let page = word * ENTRIES_A_WORD; page < end; page += 1) {
      if (dirtyMap[page] === 0) continue;
      const first = page;
      while (page < end && dirtyMap[page] === 1) {
        dirtyMap[page] = 0;
        page += 1;
      }
      copyRange(memory.bytes, image, { from: first << PAGE_SHIFT, to: (page << PAGE_SHIFT) + SLACK_BYTES });
      restored += page - first;
    }
  }
  return restored;
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
