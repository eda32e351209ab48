/**
 * Every WebAssembly instruction the rewriter knows: what follows its opcode, and what it does to the operand stack.
 * Source: the WebAssembly core specification 2.0, appendix "Index of Instructions", and the legacy exception proposal.
 * An instruction that is not listed fails the build: a store the rewriter overlooked would be a hole in the sandbox.
 */

/** What stands behind an opcode. */
export type Immediate =
  | "none"
  | "block-type"
  | "index"
  | "index-pair"
  | "branch-table"
  | "memory-argument"
  | "memory-argument-lane"
  | "byte"
  | "byte-pair"
  | "index-byte"
  | "i32"
  | "i64"
  | "bytes-4"
  | "bytes-8"
  | "bytes-16"
  | "type-vector";

/** What the rewriter has to do about an instruction. */
export type Role =
  /** Ends a basic block. */
  | "control"
  | "loop"
  | "call"
  | "call-indirect"
  | "local-get"
  | "local-set"
  | "local-tee"
  | "constant"
  | "store"
  | "bulk"
  | "memory-size"
  | "memory-grow"
  /** A restore resets the module's own globals, so no other may change. */
  | "global-set"
  /** Tables are not part of what a restore resets, so none may change. */
  | "table-grow"
  | "table-set"
  /** Only moves values on the operand stack. */
  | "plain";

export interface Opcode {
  readonly name: string;
  readonly immediate: Immediate;
  readonly role: Role;
  readonly pops: number;
  readonly pushes: number;
  /** For stores: bytes written and the value's type code. */
  readonly store?: { readonly bytes: number; readonly type: number };
}

export const MISC_PREFIX = 0xfc;
export const SIMD_PREFIX = 0xfd;
/** The key of a prefixed instruction in the table. */
export const prefixedOpcode = (prefix: number, code: number): number => prefix * 0x1000 + code;

export const VALUE_TYPE = { i32: 0x7f, i64: 0x7e, f32: 0x7d, f64: 0x7c, v128: 0x7b } as const;

/** Opcodes that the rewriter writes itself or tells from others. */
export const OPCODE = {
  unreachable: 0x00,
  if: 0x04,
  else: 0x05,
  try: 0x06,
  catch: 0x07,
  end: 0x0b,
  brIf: 0x0d,
  delegate: 0x18,
  catchAll: 0x19,
  drop: 0x1a,
  select: 0x1b,
  localGet: 0x20,
  localSet: 0x21,
  localTee: 0x22,
  globalGet: 0x23,
  globalSet: 0x24,
  i32Store8: 0x3a,
  i32Const: 0x41,
  i32LtS: 0x48,
  i32GtU: 0x4b,
  i32Add: 0x6a,
  i32Sub: 0x6b,
  i32Mul: 0x6c,
  i32ShrU: 0x76,
  misc: MISC_PREFIX,
} as const;
export const EMPTY_BLOCK = 0x40;
export const MEMORY_FILL = 11;

const table = new Map<number, Opcode>();

function define(codes: readonly number[], opcode: Omit<Opcode, "name"> & { readonly name: string }): void {
  for (const code of codes) table.set(code, opcode);
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}

const plain = (name: string, immediate: Immediate, pops: number, pushes: number): Opcode => ({
  name,
  immediate,
  role: "plain",
  pops,
  pushes,
});
const control = (name: string, immediate: Immediate): Opcode => ({
  name,
  immediate,
  role: "control",
  pops: 0,
  pushes: 0,
});

// Control flow. Legacy exceptions only: `try_table` (0x1f) is unknown on purpose until a build needs it.
define([0x00], control("unreachable", "none"));
define([0x01], plain("nop", "none", 0, 0));
define([0x02, 0x04, 0x06], control("block, if, try", "block-type"));
define([0x03], { name: "loop", immediate: "block-type", role: "loop", pops: 0, pushes: 0 });
define([0x05, 0x0b, 0x0f, 0x19], control("else, end, return, catch_all", "none"));
define([0x07, 0x08, 0x09, 0x0c, 0x0d, 0x18], control("catch, throw, rethrow, br, br_if, delegate", "index"));
define([0x0e], control("br_table", "branch-table"));
define([0x10], { name: "call", immediate: "index", role: "call", pops: 0, pushes: 0 });
define([0x11], { name: "call_indirect", immediate: "index-pair", role: "call-indirect", pops: 0, pushes: 0 });

// Stack, locals, globals, tables.
define([0x1a], plain("drop", "none", 1, 0));
define([0x1b], plain("select", "none", 3, 1));
define([0x1c], plain("select t", "type-vector", 3, 1));
define([0x20], { name: "local.get", immediate: "index", role: "local-get", pops: 0, pushes: 1 });
define([0x21], { name: "local.set", immediate: "index", role: "local-set", pops: 1, pushes: 0 });
define([0x22], { name: "local.tee", immediate: "index", role: "local-tee", pops: 1, pushes: 1 });
define([0x23], plain("global.get", "index", 0, 1));
define([0x24], { name: "global.set", immediate: "index", role: "global-set", pops: 1, pushes: 0 });
define([0x25], plain("table.get", "index", 1, 1));
define([0x26], { name: "table.set", immediate: "index", role: "table-set", pops: 2, pushes: 0 });
define([0xd0], plain("ref.null", "byte", 0, 1));
define([0xd1], plain("ref.is_null", "none", 1, 1));
define([0xd2], plain("ref.func", "index", 0, 1));

// Memory.
define(range(0x28, 0x35), plain("load", "memory-argument", 1, 1));
const STORES: readonly (readonly [number, number, number])[] = [
  [0x36, 4, VALUE_TYPE.i32],
  [0x37, 8, VALUE_TYPE.i64],
  [0x38, 4, VALUE_TYPE.f32],
  [0x39, 8, VALUE_TYPE.f64],
  [0x3a, 1, VALUE_TYPE.i32],
  [0x3b, 2, VALUE_TYPE.i32],
  [0x3c, 1, VALUE_TYPE.i64],
  [0x3d, 2, VALUE_TYPE.i64],
  [0x3e, 4, VALUE_TYPE.i64],
];
for (const [code, bytes, type] of STORES) {
  define([code], {
    name: "store",
    immediate: "memory-argument",
    role: "store",
    pops: 2,
    pushes: 0,
    store: { bytes, type },
  });
}
define([0x3f], { name: "memory.size", immediate: "byte", role: "memory-size", pops: 0, pushes: 1 });
define([0x40], { name: "memory.grow", immediate: "byte", role: "memory-grow", pops: 1, pushes: 1 });

// Numbers.
define([0x41], { name: "i32.const", immediate: "i32", role: "constant", pops: 0, pushes: 1 });
define([0x42], plain("i64.const", "i64", 0, 1));
define([0x43], plain("f32.const", "bytes-4", 0, 1));
define([0x44], plain("f64.const", "bytes-8", 0, 1));
define(range(0x45, 0xa6), plain("binary", "none", 2, 1));
const UNARY = [0x45, 0x50, ...range(0x67, 0x69), ...range(0x79, 0x7b), ...range(0x8b, 0x91), ...range(0x99, 0x9f)];
define([...UNARY, ...range(0xa7, 0xc4)], plain("unary", "none", 1, 1));

// Bulk memory and saturating conversions.
const misc = (code: number): number => prefixedOpcode(MISC_PREFIX, code);
define([misc(15)], { name: "table.grow", immediate: "index", role: "table-grow", pops: 2, pushes: 1 });
define([misc(16)], plain("table.size", "index", 0, 1));
define(range(misc(0), misc(7)), plain("trunc_sat", "none", 1, 1));
define([misc(8)], { name: "memory.init", immediate: "index-byte", role: "bulk", pops: 3, pushes: 0 });
define([misc(10)], { name: "memory.copy", immediate: "byte-pair", role: "bulk", pops: 3, pushes: 0 });
define([misc(MEMORY_FILL)], { name: "memory.fill", immediate: "byte", role: "bulk", pops: 3, pushes: 0 });

// SIMD: 236 instructions of the fixed-width proposal. Stack effects beyond loads and stores are left open ("control"
// forgets what is known of the stack), which is always safe.
const simd = (code: number): number => prefixedOpcode(SIMD_PREFIX, code);
define(range(simd(14), simd(255)), control("simd", "none"));
define(range(simd(0), simd(10)), plain("v128.load", "memory-argument", 1, 1));
define([simd(92), simd(93)], plain("v128.load_zero", "memory-argument", 1, 1));
define([simd(11)], {
  name: "v128.store",
  immediate: "memory-argument",
  role: "store",
  pops: 2,
  pushes: 0,
  store: { bytes: 16, type: VALUE_TYPE.v128 },
});
define([simd(12)], plain("v128.const", "bytes-16", 0, 1));
define([simd(13)], plain("i8x16.shuffle", "bytes-16", 2, 1));
define(range(simd(21), simd(34)), control("lane", "byte"));
define(range(simd(84), simd(87)), plain("v128.load_lane", "memory-argument-lane", 2, 1));
define(range(simd(88), simd(91)), {
  name: "v128.store_lane",
  immediate: "memory-argument-lane",
  role: "store",
  pops: 2,
  pushes: 0,
  store: { bytes: 8, type: VALUE_TYPE.v128 },
});
for (const hole of [0x9a, 0xa2, 0xa5, 0xa6, 0xaf, 0xb0, 0xb2, 0xb3, 0xb4, 0xbb, 0xc2, 0xc5, 0xc6, 0xcf, 0xd0, 0xd2]) {
  table.delete(simd(hole));
}
for (const hole of [0xd3, 0xd4, 0xe2, 0xee]) table.delete(simd(hole));

/** @returns undefined for an instruction the rewriter must not let through. */
export function lookUp(code: number): Opcode | undefined {
  return table.get(code);
}
