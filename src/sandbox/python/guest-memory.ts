/** The guest's linear memory as the host touches it: bounds are checked, and whatever the host writes is marked dirty. */
import { type MemoryLayout, PAGE_BYTES, PAGE_SHIFT } from "../wasm/memory-layout.ts";
import { type DirtyScan, dirtyScan } from "./dirty-scan.ts";
import { PageViews } from "./page-views.ts";

export class GuestMemory {
  readonly bytes: Uint8Array;
  readonly layout: MemoryLayout;
  /** One byte for each page of the whole memory: 1 when it was written since the last restore. */
  readonly dirtyMap: Buffer;
  /** Finds the next mark in it. */
  readonly findDirty: DirtyScan;
  /** The same map, four entries at a time. */
  readonly dirtyWords: Int32Array;
  /** Its pages, for anyone who copies some of them again and again. */
  readonly pages: PageViews;
  readonly #view: DataView;

  constructor(memory: WebAssembly.Memory, layout: MemoryLayout) {
    this.layout = layout;
    this.bytes = new Uint8Array(memory.buffer);
    this.#view = new DataView(memory.buffer);
    this.dirtyMap = Buffer.from(memory.buffer, layout.mapStart, layout.mapBytes);
    this.findDirty = dirtyScan(memory);
    this.dirtyWords = new Int32Array(memory.buffer, layout.mapStart, layout.mapBytes >>> 2);
    this.pages = new PageViews((page) => new Uint8Array(memory.buffer, page << PAGE_SHIFT, PAGE_BYTES));
  }

  /** A copy of the guest's bytes, or null when the guest named a range outside its memory. */
  read(address: number, length: number): Uint8Array | null {
    const start = address >>> 0;
    const end = start + (length >>> 0);
    return end <= this.layout.guestEnd ? this.bytes.slice(start, end) : null;
  }

  readUint32(address: number): number | null {
    const start = address >>> 0;
    return start + 4 <= this.layout.guestEnd ? this.#view.getUint32(start, true) : null;
  }

  /** @returns whether the range lies in the guest's memory; nothing is written otherwise */
  write(address: number, bytes: Uint8Array): boolean {
    const start = address >>> 0;
    if (start + bytes.length > this.layout.guestEnd) return false;
    this.#mark(start, bytes.length);
    this.bytes.set(bytes, start);
    return true;
  }

  writeUint32(address: number, value: number): boolean {
    const start = address >>> 0;
    if (start + 4 > this.layout.guestEnd) return false;
    this.#mark(start, 4);
    this.#view.setUint32(start, value, true);
    return true;
  }

  writeUint64(address: number, value: bigint): boolean {
    const start = address >>> 0;
    if (start + 8 > this.layout.guestEnd) return false;
    this.#mark(start, 8);
    this.#view.setBigUint64(start, value, true);
    return true;
  }

  /** Always before the write: should the engine's stack end in between, a mark too many does no harm. */
  #mark(start: number, length: number): void {
    if (length === 0) return;
    this.dirtyMap.fill(1, start >>> PAGE_SHIFT, ((start + length - 1) >>> PAGE_SHIFT) + 1);
  }
}
