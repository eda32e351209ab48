/**
 * The float operations whose NaN WebAssembly leaves open: sign and payload may be any, and an engine's compilers differ.
 * Source: the core specification, "Floating-Point Operations" and "NaN Propagation". Those that only move or change bits
 * (`neg`, `abs`, `copysign`, `pmin`, `pmax`, loads, `select`, reinterpretations) give the same bits everywhere and are
 * not among them.
 */
import { prefixedOpcode, SIMD_PREFIX, VALUE_TYPE } from "./opcodes.ts";

/** How the floats lie in a value: alone, or as lanes of a vector. */
export type FloatShape = "f32" | "f64" | "f32x4" | "f64x2";

const SHAPES: Readonly<Record<FloatShape, readonly number[]>> = {
  // ceil, floor, trunc, nearest, sqrt, add, sub, mul, div, min, max; demote_f64
  f32: [0x8d, 0x8e, 0x8f, 0x90, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0xb6],
  // the same; promote_f32
  f64: [0x9b, 0x9c, 0x9d, 0x9e, 0x9f, 0xa0, 0xa1, 0xa2, 0xa3, 0xa4, 0xa5, 0xbb],
  // ceil, floor, trunc, nearest; sqrt, add, sub, mul, div, min, max; demote_f64x2_zero
  f32x4: [0x67, 0x68, 0x69, 0x6a, 0xe3, 0xe4, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9, 0x5e].map(vector),
  // the same; promote_low_f32x4
  f64x2: [0x74, 0x75, 0x7a, 0x94, 0xef, 0xf0, 0xf1, 0xf2, 0xf3, 0xf4, 0xf5, 0x5f].map(vector),
};

const shapeByCode = new Map<number, FloatShape>();
for (const shape of ["f32", "f64", "f32x4", "f64x2"] as const) {
  for (const code of SHAPES[shape]) shapeByCode.set(code, shape);
}

function vector(code: number): number {
  return prefixedOpcode(SIMD_PREFIX, code);
}

/** The shape of what the instruction gives, where a NaN in it may have any bits. */
export function openNanOf(code: number): FloatShape | undefined {
  return shapeByCode.get(code);
}

/** The shape of a value of this type that comes from the host, whose own NaNs may have any bits too. */
export function floatShapeOf(type: number | undefined): FloatShape | undefined {
  if (type === VALUE_TYPE.f32) return "f32";
  return type === VALUE_TYPE.f64 ? "f64" : undefined;
}
