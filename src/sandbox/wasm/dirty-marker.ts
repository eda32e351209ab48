/**
 * Writes the code that marks dirty pages. A mark always follows its store: a guest that aims a store at the map can
 * therefore clear or set entries, but the mark of that very store, on a forbidden page, comes last and stays.
 * Marks of several stores to one base are combined and written before anything that could leave the basic block.
 */
import type { FunctionWriter } from "./function-writer.ts";
import type { Instruction } from "./instruction.ts";
import { encodeUnsigned } from "./leb128.ts";
import { MAX_UNMARKED_OFFSET, type MemoryLayout, PAGE_BYTES, PAGE_SHIFT } from "./memory-layout.ts";
import { EMPTY_BLOCK, MEMORY_FILL, OPCODE, VALUE_TYPE } from "./opcodes.ts";
import type { Operand, OperandStack } from "./operand-stack.ts";

export class DirtyMarker {
  readonly #writer: FunctionWriter;
  readonly #mapStart: number;
  readonly #storeByte: readonly number[];
  /** Local that holds a base address, to the offsets from it whose pages are still to be marked. */
  readonly #pending = new Map<number, Set<number>>();

  constructor(writer: FunctionWriter, layout: MemoryLayout) {
    this.#writer = writer;
    this.#mapStart = layout.mapStart;
    this.#storeByte = [OPCODE.i32Store8, 0, ...encodeUnsigned(layout.mapStart)];
  }

  /** Copies a store and sees to its mark. `base` is what is known of its address operand. */
  store(instruction: Instruction, base: Operand, stack: OperandStack): void {
    if (base?.kind === "constant") {
      this.#writer.original(instruction.from, instruction.to);
      this.#writer.i32Const(((base.value >>> 0) + instruction.offset) >>> PAGE_SHIFT);
      this.#writer.i32Const(1);
      this.#writer.bytes(...this.#storeByte);
      return;
    }
    const local = stack.presentLocal(base);
    if (local === undefined) return this.#storeThroughScratch(instruction);
    this.#writer.original(instruction.from, instruction.to);
    const offsets = this.#pending.get(local);
    const offset = significantOffset(instruction.offset);
    if (offsets === undefined) this.#pending.set(local, new Set([offset]));
    else offsets.add(offset);
  }

  /** Copies a bulk operation whose length is in a local (and no longer on the stack), then marks its whole range. */
  bulk(instruction: Instruction, length: number): void {
    const writer = this.#writer;
    const operand = writer.scratch("bulk operand", VALUE_TYPE.i32);
    const destination = writer.scratch("bulk destination", VALUE_TYPE.i32);
    writer.withIndex(OPCODE.localSet, operand);
    writer.withIndex(OPCODE.localTee, destination);
    writer.withIndex(OPCODE.localGet, operand);
    writer.withIndex(OPCODE.localGet, length);
    writer.original(instruction.from, instruction.to);
    writer.withIndex(OPCODE.localGet, length);
    writer.i32Const(PAGE_BYTES);
    writer.bytes(OPCODE.i32GtU, OPCODE.if, EMPTY_BLOCK);
    this.#fillMap(destination, length);
    writer.bytes(OPCODE.else);
    writer.withIndex(OPCODE.localGet, destination);
    this.#markAddress();
    writer.withIndex(OPCODE.localGet, destination);
    writer.withIndex(OPCODE.localGet, length);
    writer.bytes(OPCODE.i32Add);
    this.#markAddress();
    writer.bytes(OPCODE.end);
  }

  /** The local is about to change: what its old value still owes is marked first. */
  flushLocal(local: number): void {
    const offsets = this.#pending.get(local);
    if (offsets === undefined) return;
    this.#pending.delete(local);
    for (const offset of offsets) this.#markLocal(local, offset);
  }

  flush(): void {
    if (this.#pending.size === 0) return;
    for (const [local, offsets] of this.#pending) for (const offset of offsets) this.#markLocal(local, offset);
    this.#pending.clear();
  }

  #storeThroughScratch(instruction: Instruction): void {
    const { store } = instruction.opcode;
    if (store === undefined) throw new Error(`${instruction.opcode.name} is no store`);
    const value = this.#writer.scratch(`stored ${store.type}`, store.type);
    const address = this.#writer.scratch("store address", VALUE_TYPE.i32);
    this.#writer.withIndex(OPCODE.localSet, value);
    this.#writer.withIndex(OPCODE.localTee, address);
    this.#writer.withIndex(OPCODE.localGet, value);
    this.#writer.original(instruction.from, instruction.to);
    this.#markLocal(address, significantOffset(instruction.offset));
  }

  #markLocal(local: number, offset: number): void {
    this.#writer.withIndex(OPCODE.localGet, local);
    if (offset !== 0) {
      this.#writer.i32Const(offset);
      this.#writer.bytes(OPCODE.i32Add);
    }
    this.#markAddress();
  }

  /** [address] -> []: sets the map entry of the address's page. */
  #markAddress(): void {
    this.#writer.i32Const(PAGE_SHIFT);
    this.#writer.bytes(OPCODE.i32ShrU);
    this.#writer.i32Const(1);
    this.#writer.bytes(...this.#storeByte);
  }

  /** Sets the entries from the destination's page to that of its last byte plus one. */
  #fillMap(destination: number, length: number): void {
    const writer = this.#writer;
    const page = (): void => {
      writer.i32Const(PAGE_SHIFT);
      writer.bytes(OPCODE.i32ShrU);
    };
    writer.withIndex(OPCODE.localGet, destination);
    page();
    writer.i32Const(this.#mapStart);
    writer.bytes(OPCODE.i32Add);
    writer.i32Const(1);
    writer.withIndex(OPCODE.localGet, destination);
    writer.withIndex(OPCODE.localGet, length);
    writer.bytes(OPCODE.i32Add);
    page();
    writer.withIndex(OPCODE.localGet, destination);
    page();
    writer.bytes(OPCODE.i32Sub);
    writer.i32Const(1);
    writer.bytes(OPCODE.i32Add);
    writer.bytes(OPCODE.misc, MEMORY_FILL, 0);
  }
}

/** Small offsets are covered by the slack that every restore adds, so all of them share the base's own mark. */
function significantOffset(offset: number): number {
  return offset < MAX_UNMARKED_OFFSET ? 0 : offset;
}
