/** Makes small WebAssembly modules by hand, for the rewriter to rewrite. */
import { encodeUnsigned } from "../../../src/sandbox/wasm/leb128.ts";

/**
 * Bytes of one function's instructions, without the closing `end`; its parameters are (a: i32, v: i64, n: i32). Function 0
 * is the host's, takes nothing and gives nothing; table 0 has it as its one element; data segment 0 is `PASSIVE_DATA`.
 */
export type Body = readonly number[];

/** What `memory.init` copies. */
export const PASSIVE_DATA = Array.from({ length: 3000 }, (_, at) => 1 + (at % 255));

const vector = (items: readonly (readonly number[])[]): number[] => [...encodeUnsigned(items.length), ...items.flat()];
const section = (id: number, contents: readonly number[]): number[] => [
  id,
  ...encodeUnsigned(contents.length),
  ...contents,
];
const text = (value: string): number[] => [...encodeUnsigned(value.length), ...Buffer.from(value)];
const withLength = (bytes: readonly number[]): number[] => [...encodeUnsigned(bytes.length), ...bytes];

/** Where a module finds function 0. */
const HOST = { module: "host", name: "call" };

/** What an instance is made with. */
export function importsOf(call: () => void): WebAssembly.Imports {
  return { [HOST.module]: { [HOST.name]: call } };
}

export interface BuiltModule {
  readonly bytes: Uint8Array;
  /** Export names of the functions, in order. */
  readonly names: readonly string[];
}

export function buildModule(bodies: readonly Body[], options: { readonly memoryPages?: number } = {}): BuiltModule {
  const names = bodies.map((_, index) => `f${index}`);
  const exports = [
    [...text("memory"), 2, 0],
    ...names.map((name, index) => [...text(name), 0, ...encodeUnsigned(index + 1)]),
  ];
  const bytes = Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(
      1,
      vector([
        [0x60, 3, 0x7f, 0x7e, 0x7f, 0],
        [0x60, 0, 0],
      ]),
    ),
    ...section(2, vector([[...text(HOST.module), ...text(HOST.name), 0, 1]])),
    ...section(3, vector(bodies.map(() => [0]))),
    ...section(4, vector([[0x70, 0, 1]])),
    ...section(5, [1, 1, options.memoryPages ?? 1, 16]),
    ...section(6, vector([[0x7f, 1, 0x41, 0, 0x0b]])),
    ...section(7, vector(exports)),
    ...section(9, vector([[0, 0x41, 0, 0x0b, ...vector([[0]])]])),
    ...section(12, [1]),
    ...section(10, vector(bodies.map((body) => withLength([0, ...body, 0x0b])))),
    ...section(11, vector([[1, ...withLength(PASSIVE_DATA)]])),
  ]);
  return { bytes, names };
}
