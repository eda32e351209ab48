/**
 * How the fixed memory of a rewritten module is divided:
 *
 *     [0, guestEnd)          the guest's own memory
 *     [guestEnd, mapStart)   a guard of one 64 KiB page, which no honest store reaches
 *     [mapStart, end)        the dirty map: one byte for each 1 KiB page of the whole memory, the map's own included
 *
 * A store marks its page after it has happened. So a store that hits guard or map leaves a mark on a page at or past
 * `firstForbiddenPage`, whatever it wrote, and the restore sees it.
 */

export const WASM_PAGE = 64 * 1024;
/** log2 of the bytes one map entry stands for. */
export const PAGE_SHIFT = 10;
export const PAGE_BYTES = 1 << PAGE_SHIFT;
/**
 * A store whose constant offset is below `SLACK_BYTES - 16` marks only the page of its base address; a restore
 * therefore copies this many bytes past each dirty page. 16 is the widest store.
 */
export const SLACK_BYTES = 256;
export const MAX_UNMARKED_OFFSET = SLACK_BYTES - 16;

export interface MemoryLayout {
  /** WebAssembly pages of the whole memory. */
  readonly totalPages: number;
  readonly guestPages: number;
  readonly guestEnd: number;
  readonly mapStart: number;
  readonly mapBytes: number;
  readonly end: number;
  /** First map entry that no honest store can set. */
  readonly firstForbiddenPage: number;
}

/** @param guestPages the guest's memory, in WebAssembly pages of 64 KiB */
export function layOutMemory(guestPages: number): MemoryLayout {
  const entriesFor = (pages: number): number => ((pages * WASM_PAGE) >>> PAGE_SHIFT) + 1;
  let mapPages = 1;
  while (mapPages * WASM_PAGE < entriesFor(guestPages + 1 + mapPages)) mapPages += 1;
  const totalPages = guestPages + 1 + mapPages;
  return {
    totalPages,
    guestPages,
    guestEnd: guestPages * WASM_PAGE,
    mapStart: (guestPages + 1) * WASM_PAGE,
    mapBytes: entriesFor(totalPages),
    end: totalPages * WASM_PAGE,
    firstForbiddenPage: (guestPages * WASM_PAGE) >>> PAGE_SHIFT,
  };
}
