/** Decodes one instruction at a time, without allocating: the rewriter reads millions of them. */
import type { ByteReader } from "./byte-reader.ts";
import { lookUp, MISC_PREFIX, type Opcode, prefixedOpcode, SIMD_PREFIX } from "./opcodes.ts";

const EMPTY: Opcode = { name: "", immediate: "none", role: "plain", pops: 0, pushes: 0 };

export class Instruction {
  code = 0;
  opcode: Opcode = EMPTY;
  /** Where the instruction's bytes begin and end in the module. */
  from = 0;
  to = 0;
  /** First index immediate: a local, a function, a type. */
  index = 0;
  /** A memory instruction's constant offset. */
  offset = 0;
  /** The value of an `i32.const`. */
  constant = 0;

  /** @throws Error for an instruction that the table does not list. */
  read(reader: ByteReader): void {
    this.from = reader.position;
    const first = reader.byte();
    this.code = first === MISC_PREFIX || first === SIMD_PREFIX ? prefixedOpcode(first, reader.unsigned()) : first;
    const opcode = lookUp(this.code);
    if (opcode === undefined) {
      throw new Error(
        `Cannot rewrite the module: unknown instruction 0x${this.code.toString(16)} at byte ${this.from}. ` +
          "Add it to opcodes.ts with its effect on memory, then run the rewriter's fuzzer.",
      );
    }
    this.opcode = opcode;
    this.#readImmediate(reader);
    this.to = reader.position;
  }

  #readImmediate(reader: ByteReader): void {
    switch (this.opcode.immediate) {
      case "none":
        return;
      case "block-type":
        return this.#skipBlockType(reader);
      case "index":
        this.index = reader.unsigned();
        return;
      case "index-pair":
        this.index = reader.unsigned();
        reader.unsigned();
        return;
      case "branch-table":
        for (let targets = reader.unsigned(); targets >= 0; targets -= 1) reader.unsigned();
        return;
      case "memory-argument":
        return this.#readMemoryArgument(reader);
      case "memory-argument-lane":
        this.#readMemoryArgument(reader);
        return reader.skip(1);
      case "byte":
        return reader.skip(1);
      case "byte-pair":
        return reader.skip(2);
      case "index-byte":
        reader.unsigned();
        return reader.skip(1);
      case "i32":
        this.constant = reader.signed32();
        return;
      case "i64":
        return reader.skipInteger();
      case "bytes-4":
        return reader.skip(4);
      case "bytes-8":
        return reader.skip(8);
      case "bytes-16":
        return reader.skip(16);
      case "type-vector":
        return reader.skip(reader.unsigned());
    }
  }

  #readMemoryArgument(reader: ByteReader): void {
    const alignment = reader.unsigned();
    if (alignment >= 64) throw new Error(`Cannot rewrite the module: byte ${this.from} names a second memory`);
    this.offset = reader.unsigned();
  }

  #skipBlockType(reader: ByteReader): void {
    const first = reader.bytes[reader.position] ?? 0;
    const isValueType = first === 0x40 || (first >= 0x6f && first <= 0x7f);
    if (isValueType) reader.skip(1);
    else reader.skipInteger();
  }
}
