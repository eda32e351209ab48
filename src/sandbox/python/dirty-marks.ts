/** Which pages of a guest's memory were written, as the rewritten module marks them. */
import { SCAN_BLOCK } from "./dirty-scan.ts";
import type { GuestMemory } from "./guest-memory.ts";

/** Whether guard or map were written, which no honest program does: nothing in memory can be trusted any more. */
export function isForged({ dirtyMap, layout }: GuestMemory): boolean {
  return dirtyMap.indexOf(1, layout.firstForbiddenPage) !== -1;
}

/**
 * Clears every mark of the guest's own memory, and tells each run of marked pages, at most `SCAN_BLOCK` long.
 * @param found is called with the first page and the one behind the last
 * @returns how many pages were marked
 */
export function takeMarks(memory: GuestMemory, found: (first: number, end: number) => void): number {
  const { dirtyMap } = memory;
  let pages = 0;
  const { dirtyWords } = memory;
  eachDirtyBlock(memory, (block, end) => {
    for (let page = block; page < end; page += 1) {
      if ((page & 3) === 0 && dirtyWords[page >>> 2] === 0) page += 3;
      else if (dirtyMap[page] === 1) {
        const first = page;
        while (page < end && dirtyMap[page] === 1) {
          dirtyMap[page] = 0;
          page += 1;
        }
        found(first, page);
        pages += page - first;
      }
    }
  });
  return pages;
}

/** How many pages are marked, or null when guard or map were written. */
export function countMarks(memory: GuestMemory): number | null {
  if (isForged(memory)) return null;
  let pages = 0;
  eachDirtyBlock(memory, (block, end) => {
    for (let page = block; page < end; page += 1) pages += memory.dirtyMap[page] ?? 0;
  });
  return pages;
}

function eachDirtyBlock({ layout, findDirty }: GuestMemory, visit: (first: number, end: number) => void): void {
  const { mapStart, firstForbiddenPage } = layout;
  const end = mapStart + firstForbiddenPage;
  for (let at = findDirty(mapStart, end); at < end; at = findDirty(at + SCAN_BLOCK, end)) {
    visit(at - mapStart, at - mapStart + SCAN_BLOCK);
  }
}
