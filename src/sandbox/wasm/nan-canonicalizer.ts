/**
 * Writes the code that makes every NaN an operation gives the same: positive, quiet, without a payload, as the
 * specification's deterministic profile has it. Since no other NaN comes from an operation, and bits that are only moved
 * stay as they are, no value in the guest depends on who compiled the code: not in a local, a global, an argument or
 * memory, and so not where its bits are looked at either.
 */
import type { FloatShape } from "./float-results.ts";
import type { FunctionWriter } from "./function-writer.ts";
import { OPCODE, SIMD_PREFIX, VALUE_TYPE } from "./opcodes.ts";

const F32_NAN = [0x00, 0x00, 0xc0, 0x7f];
const F64_NAN = [0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xf8, 0x7f];
const BIT_SELECT = [SIMD_PREFIX, 0x52];

/** For each shape: its type, the constant NaN, what compares a value with itself, and what chooses. */
const PARTS = {
  f32: { type: VALUE_TYPE.f32, nan: [0x43, ...F32_NAN], equal: [0x5b], choose: [OPCODE.select] },
  f64: { type: VALUE_TYPE.f64, nan: [0x44, ...F64_NAN], equal: [0x61], choose: [OPCODE.select] },
  f32x4: {
    type: VALUE_TYPE.v128,
    nan: [SIMD_PREFIX, 12, ...F32_NAN, ...F32_NAN, ...F32_NAN, ...F32_NAN],
    equal: [SIMD_PREFIX, 0x41],
    choose: BIT_SELECT,
  },
  f64x2: {
    type: VALUE_TYPE.v128,
    nan: [SIMD_PREFIX, 12, ...F64_NAN, ...F64_NAN],
    equal: [SIMD_PREFIX, 0x47],
    choose: BIT_SELECT,
  },
} as const;

export class NanCanonicalizer {
  readonly #writer: FunctionWriter;

  constructor(writer: FunctionWriter) {
    this.#writer = writer;
  }

  /** [value] -> [value], or the one NaN where it is not equal to itself. */
  canonicalize(shape: FloatShape): void {
    const { type, nan, equal, choose } = PARTS[shape];
    const value = this.#writer.scratch(`float ${type}`, type);
    this.#writer.withIndex(OPCODE.localTee, value);
    this.#writer.bytes(...nan);
    this.#writer.withIndex(OPCODE.localGet, value);
    this.#writer.withIndex(OPCODE.localGet, value);
    this.#writer.bytes(...equal, ...choose);
  }
}
