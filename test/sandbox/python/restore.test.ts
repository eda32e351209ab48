import { describe, expect, it } from "vitest";
import { GuestMemory } from "../../../src/sandbox/python/guest-memory.ts";
import { Layer } from "../../../src/sandbox/python/layer.ts";
import { firstDifference, pristineImage, restoreDirtyPages } from "../../../src/sandbox/python/restore.ts";
import { layOutMemory, PAGE_BYTES, PAGE_SHIFT, SLACK_BYTES } from "../../../src/sandbox/wasm/memory-layout.ts";

const LAYOUT = layOutMemory(4);
/** Ends in the middle of a page: what lies behind it is zero. */
const PRISTINE = pristineImage(new SharedArrayBuffer(100 * PAGE_BYTES + 300));
const IMAGE = PRISTINE.bytes;
for (const at of IMAGE.keys()) IMAGE[at] = 1 + (at % 250);
const NO_LAYER = new Layer(LAYOUT.guestEnd >>> PAGE_SHIFT);

function freshMemory(): GuestMemory {
  const memory = new GuestMemory(new WebAssembly.Memory({ initial: LAYOUT.totalPages }), LAYOUT);
  memory.bytes.set(IMAGE);
  return memory;
}

/** Writes as a guest's store does: the first byte's page is marked, and some slack behind it is not. */
function store(memory: GuestMemory, address: number, length: number): void {
  memory.bytes.fill(255, address, address + length);
  memory.dirtyMap[address >>> PAGE_SHIFT] = 1;
}

const PLACES = [0, 5 * PAGE_BYTES - 1, IMAGE.length - 1, IMAGE.length, IMAGE.length + 5000, LAYOUT.guestEnd - 300];

describe("a restore", () => {
  it.each(PLACES)("undoes a write at %i and past the end of its page, and clears its mark", (address) => {
    const memory = freshMemory();
    store(memory, address, SLACK_BYTES);
    expect(firstDifference(memory, IMAGE)).toBe(address);
    expect(restoreDirtyPages(memory, PRISTINE, NO_LAYER)).toBe(1);
    expect(firstDifference(memory, IMAGE)).toBeNull();
    expect(restoreDirtyPages(memory, PRISTINE, NO_LAYER)).toBe(0);
  });

  it.each([
    ["the guard's first page", LAYOUT.guestEnd],
    ["the guard's last page", LAYOUT.mapStart - 1],
    ["the map's first page", LAYOUT.mapStart],
    ["memory's last page", LAYOUT.end - 1],
    ["what an address past memory would mark", LAYOUT.end],
  ])("is refused after a mark of %s", (_, address) => {
    const memory = freshMemory();
    memory.dirtyMap[address >>> PAGE_SHIFT] = 1;
    expect(restoreDirtyPages(memory, PRISTINE, NO_LAYER)).toBeNull();
  });
});

describe("a compare", () => {
  it.each([...PLACES, LAYOUT.guestEnd, LAYOUT.mapStart - 1, LAYOUT.mapStart, LAYOUT.end - 1])(
    "finds one bit that differs at %i",
    (address) => {
      const memory = freshMemory();
      memory.bytes[address] = (memory.bytes[address] ?? 0) ^ 1;
      expect(firstDifference(memory, IMAGE)).toBe(address);
    },
  );
});

describe("what the host writes for the guest", () => {
  it.each(PLACES)("at %i is marked on all of its pages, so a restore undoes it", (address) => {
    const memory = freshMemory();
    const length = Math.min(3 * PAGE_BYTES, LAYOUT.guestEnd - address);
    expect(memory.write(address, new Uint8Array(length).fill(255))).toBe(true);
    expect(restoreDirtyPages(memory, PRISTINE, NO_LAYER)).not.toBeNull();
    expect(firstDifference(memory, IMAGE)).toBeNull();
  });

  it("never reaches guard or map, and nothing of them is read", () => {
    const memory = freshMemory();
    for (const address of [LAYOUT.guestEnd - 1, LAYOUT.guestEnd, LAYOUT.mapStart, LAYOUT.end - 4, -1, 2 ** 32 - 1]) {
      expect(memory.write(address, new Uint8Array(8))).toBe(false);
      expect(memory.writeUint32(address, 1)).toBe(false);
      expect(memory.writeUint64(address, 1n)).toBe(false);
      expect(memory.read(address, 8)).toBeNull();
      expect(memory.readUint32(address)).toBeNull();
    }
    expect(memory.read(0, -1)).toBeNull();
    expect(firstDifference(memory, IMAGE)).toBeNull();
  });
});
