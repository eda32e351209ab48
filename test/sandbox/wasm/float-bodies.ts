/** Function bodies for every float instruction: operands at a and a + 16 in memory, what came of them at a + 32. */
import { encodeUnsigned } from "../../../src/sandbox/wasm/leb128.ts";
import type { Body } from "./module-builder.ts";

export interface FloatBody {
  readonly name: string;
  readonly body: Body;
  readonly operands: "f32" | "f64";
  /** Bytes of the result's lanes that may hold a NaN which the operation gave; null where the bits of its operands count. */
  readonly nan: "f32" | "f64" | null;
}

const RESULT_AT = 32;
const address = [0x20, 0];
const memory = (code: readonly number[], offset: number): number[] => [...code, 0, ...encodeUnsigned(offset)];
const vector = (code: number): number[] => [0xfd, ...encodeUnsigned(code)];

/** What stands for a type in the instruction set. */
const TYPES = {
  f32: {
    load: [0x2a],
    store: [0x38],
    reinterpret: 0xbc,
    storeBits: [0x36],
    held: [0x20, 2, 0xbe],
    one: [0x43, 0, 0, 0x80, 0x3f],
    first: 0x8b,
  },
  f64: {
    load: [0x2b],
    store: [0x39],
    reinterpret: 0xbd,
    storeBits: [0x37],
    held: [0x20, 1, 0xbf],
    one: [0x44, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f],
    first: 0x99,
  },
} as const;
type Type = keyof typeof TYPES;

const UNARY = ["abs", "neg", "ceil", "floor", "trunc", "nearest", "sqrt"] as const;
const BINARY = ["add", "sub", "mul", "div", "min", "max", "copysign"] as const;
const MOVES_BITS: ReadonlySet<string> = new Set(["abs", "neg", "copysign"]);

const operand = (type: Type, index: number): number[] => [...address, ...memory(TYPES[type].load, 16 * index)];

/** Leaves the second operand in a local of its bits, where it is found as `held`. */
const heldOperand = (type: Type): number[] => [
  ...operand(type, 1),
  TYPES[type].reinterpret,
  0x21,
  type === "f32" ? 2 : 1,
];

/** Every way in which the bits of a value come into sight. [value] -> [] */
function sights(type: Type, value: readonly number[]): readonly (readonly [name: string, body: Body])[] {
  const { store, storeBits, reinterpret, one, first } = TYPES[type];
  const seen = (changed: readonly number[]): Body => [...address, ...changed, ...memory(store, RESULT_AT)];
  const [abs, neg, copysign] = [first, first + 1, first + 13];
  return [
    ["stored", seen(value)],
    ["reinterpreted", [...address, ...value, reinterpret, ...memory(storeBits, RESULT_AT)]],
    ["negated", seen([...value, neg])],
    ["without its sign", seen([...value, abs])],
    ["as a sign", seen([...one, ...value, copysign])],
    ["chosen", seen([...value, ...one, 0x20, 2, 0x45, 0x1b])],
  ];
}

function scalars(): FloatBody[] {
  return (["f32", "f64"] as const).flatMap((type) => {
    const other = type === "f32" ? "f64" : "f32";
    const [x, y] = [operand(type, 0), operand(type, 1)];
    const { first } = TYPES[type];
    const values: [name: string, value: Body, nan: Type | null][] = [
      ...UNARY.map((name, index): [string, Body, Type | null] => [
        name,
        [...x, first + index],
        MOVES_BITS.has(name) ? null : type,
      ]),
      ...BINARY.map((name, index): [string, Body, Type | null] => [
        name,
        [...x, ...y, first + 7 + index],
        MOVES_BITS.has(name) ? null : type,
      ]),
      [`convert from ${other}`, [...operand(other, 0), type === "f32" ? 0xb6 : 0xbb], type],
      // An engine may exchange operands when one comes straight from memory, and hand on the other's NaN then.
      ...BINARY.filter((name) => !MOVES_BITS.has(name)).map((name, index): [string, Body, Type | null] => [
        `${name} with a value at hand`,
        [...heldOperand(type), ...x, ...TYPES[type].held, first + 7 + index],
        type,
      ]),
      ["load", x, null],
      ["select", [...x, ...y, 0x20, 2, 0x1b], null],
      ["there and back", [...x, ...(type === "f32" ? [0xbb, 0xb6] : [0xb6, 0xbb])], type],
      ["product plus operand", [...x, ...y, first + 9, ...x, first + 7], type],
      ["times one", [...x, ...TYPES[type].one, first + 9], type],
      ["plus itself negated", [...x, ...x, first + 1, first + 7], type],
    ];
    return values.flatMap(([name, value, nan]) =>
      sights(type, value).map(([sight, body]) => ({
        name: `${type} ${name} ${sight}`,
        body,
        operands: name.startsWith("convert") ? other : type,
        nan: sight === "stored" || sight === "reinterpreted" ? nan : null,
      })),
    );
  });
}

/** Comparisons and conversions to integers. */
function integers(): FloatBody[] {
  return (["f32", "f64"] as const).flatMap((type) => {
    const [x, y] = [operand(type, 0), operand(type, 1)];
    const from = type === "f32" ? { compare: 0x5b, saturate: 0 } : { compare: 0x61, saturate: 2 };
    const store = (value: Body, code: number): Body => [...address, ...value, ...memory([code], RESULT_AT)];
    return [
      ...["eq", "ne", "lt", "gt", "le", "ge"].map((name, index) => ({
        name: `${type} ${name}`,
        body: store([...x, ...y, from.compare + index], 0x36),
        operands: type,
        nan: null,
      })),
      ...[0, 1, 4, 5].map((code) => ({
        name: `${type} to integer ${code}`,
        body: store([...x, 0xfc, from.saturate + code], code < 4 ? 0x36 : 0x37),
        operands: type,
        nan: null,
      })),
    ];
  });
}

const F32X4 = [0x67, 0x68, 0x69, 0x6a, 0xe0, 0xe1, 0xe3, 0xe4, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9, 0xea, 0xeb, 0x5e];
const F64X2 = [0x74, 0x75, 0x7a, 0x94, 0xec, 0xed, 0xef, 0xf0, 0xf1, 0xf2, 0xf3, 0xf4, 0xf5, 0xf6, 0xf7, 0x5f];
const TWO_OPERANDS = (code: number): boolean => (code >= 0xe4 && code <= 0xeb) || code >= 0xf0;
const MOVED_LANES: ReadonlySet<number> = new Set([0xe0, 0xe1, 0xea, 0xeb, 0xec, 0xed, 0xf6, 0xf7]);

function vectors(): FloatBody[] {
  const lanes = (index: number): number[] => [...address, ...memory(vector(0), 16 * index)];
  return (["f32", "f64"] as const).flatMap((type) =>
    (type === "f32" ? F32X4 : F64X2).map((code) => {
      const converts = code === 0x5e || code === 0x5f;
      const value = [...lanes(0), ...(TWO_OPERANDS(code) ? lanes(1) : []), ...vector(code)];
      return {
        name: `${type} lanes 0x${code.toString(16)}`,
        body: [...address, ...value, ...memory(vector(11), RESULT_AT)],
        operands: converts ? (type === "f32" ? "f64" : "f32") : type,
        nan: MOVED_LANES.has(code) ? null : type,
      } as const;
    }),
  );
}

export const FLOAT_BODIES: readonly FloatBody[] = [...scalars(), ...integers(), ...vectors()];

/** Bits of values at every edge: zeros, subnormals, ordinary ones, infinities, NaNs quiet and signalling with payloads. */
export const FLOAT_BITS: Readonly<Record<Type, readonly bigint[]>> = {
  f32: [
    ...[0x0n, 0x1n, 0x007fffffn, 0x00800000n, 0x3f000000n, 0x3f800000n, 0x3fc00000n, 0x4f000000n, 0x7f7fffffn],
    ...[0x7f800000n, 0x7fc00000n, 0x7fc00001n, 0x7fd55555n, 0x7fffffffn, 0x7f800001n, 0x7fa00002n],
  ].flatMap((bits) => [bits, bits | 0x80000000n]),
  f64: [
    ...[0x0n, 0x1n, 0x000fffffffffffffn, 0x0010000000000000n, 0x3fe0000000000000n, 0x3ff0000000000000n],
    ...[0x3ff8000000000000n, 0x41e0000000000000n, 0x7fefffffffffffffn, 0x7ff0000000000000n, 0x7ff8000000000000n],
    ...[0x7ff8000000000001n, 0x7ffaaaaaaaaaaaaan, 0x7fffffffffffffffn, 0x7ff0000000000001n, 0x7ff4000020000000n],
  ].flatMap((bits) => [bits, bits | 0x8000000000000000n]),
};
