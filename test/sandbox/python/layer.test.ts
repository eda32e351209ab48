import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GuestMemory } from "../../../src/sandbox/python/guest-memory.ts";
import { Layer } from "../../../src/sandbox/python/layer.ts";
import { firstDifference, pristineImage, restoreDirtyPages } from "../../../src/sandbox/python/restore.ts";
import { layOutMemory, PAGE_BYTES, PAGE_SHIFT, SLACK_BYTES } from "../../../src/sandbox/wasm/memory-layout.ts";

const LAYOUT = layOutMemory(1);
const PAGES = LAYOUT.guestEnd >>> PAGE_SHIFT;
const IMAGE = pristineImage(new SharedArrayBuffer(40 * PAGE_BYTES + 300));
for (const at of IMAGE.bytes.keys()) IMAGE.bytes[at] = 1 + (at % 250);

/** A guest's stores: address, length and what is written. The page of the first byte is marked, no other. */
const stores = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: LAYOUT.guestEnd - SLACK_BYTES }),
    fc.integer({ min: 1, max: SLACK_BYTES }),
    fc.integer({ min: 0, max: 255 }),
  ),
  { maxLength: 30 },
);
type Stores = readonly (readonly [number, number, number])[];

function write(memory: GuestMemory, all: Stores): void {
  for (const [address, length, value] of all) {
    memory.bytes.fill(value, address, address + length);
    memory.dirtyMap[address >>> PAGE_SHIFT] = 1;
  }
}

describe("a layer over the image", () => {
  it("is what memory was when it was taken, whatever was written before and after, and leaves the image behind", () => {
    const layer = new Layer(PAGES);
    const memory = new GuestMemory(new WebAssembly.Memory({ initial: LAYOUT.totalPages }), LAYOUT);
    memory.bytes.set(IMAGE.bytes);
    const property = fc.property(stores, fc.array(stores, { minLength: 1, maxLength: 4 }), (module, calls) => {
      write(memory, module);
      const loaded = memory.bytes.slice(0, LAYOUT.guestEnd);
      layer.take(memory);
      for (const call of calls) {
        write(memory, call);
        expect(restoreDirtyPages(memory, IMAGE, layer)).toBe(new Set(call.map(([at]) => at >>> PAGE_SHIFT)).size);
        expect(Buffer.compare(memory.bytes.subarray(0, LAYOUT.guestEnd), loaded)).toBe(0);
        expect(firstDifference(memory, IMAGE.bytes, layer)).toBeNull();
      }
      layer.drop(memory);
      expect(restoreDirtyPages(memory, IMAGE, layer)).not.toBeNull();
      expect(firstDifference(memory, IMAGE.bytes)).toBeNull();
    });
    fc.assert(property, { numRuns: 300 });
  });

  it("can be written over another memory that holds the image", () => {
    const layer = new Layer(PAGES);
    const [first, second] = [0, 1].map(() => {
      const memory = new GuestMemory(new WebAssembly.Memory({ initial: LAYOUT.totalPages }), LAYOUT);
      memory.bytes.set(IMAGE.bytes);
      return memory;
    });
    if (first === undefined || second === undefined) throw new Error("There are two memories");
    write(first, [
      [5000, 200, 0],
      [9 * PAGE_BYTES - 1, SLACK_BYTES, 0],
      [LAYOUT.guestEnd - 300, 200, 7],
    ]);
    layer.take(first);
    layer.apply(second);
    expect(firstDifference(second, IMAGE.bytes, layer)).toBeNull();
  });
});
