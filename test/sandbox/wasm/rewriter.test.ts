import { describe, expect, it } from "vitest";
import { layOutMemory, PAGE_SHIFT } from "../../../src/sandbox/wasm/memory-layout.ts";
import { FUEL_EXPORT, rewriteModule, SIZE_EXPORT } from "../../../src/sandbox/wasm/rewrite-module.ts";
import { FUZZ_SEED, fuzzCalls } from "../../support/fuzz-size.ts";
import { fuzzRewriter } from "./fuzz-rewriter.ts";
import { type Body, buildModule, importsOf } from "./module-builder.ts";
import { BULK_BODIES, ENDING_BODIES, PLAIN_BODIES, VECTOR_BODIES } from "./store-bodies.ts";

function instantiate(bodies: readonly Body[], options: { readonly fuel?: boolean; readonly marks?: boolean } = {}) {
  const { bytes, names } = buildModule(bodies, { memoryPages: 2 });
  const keepExports = new Set(["memory", ...names]);
  const rewritten = rewriteModule(bytes, { guestPages: 4, keepExports, ...options });
  const { exports } = new WebAssembly.Instance(
    new WebAssembly.Module(rewritten.bytes),
    importsOf(() => undefined),
  );
  const global = (name: string): WebAssembly.Global => {
    const found = exports[name];
    if (!(found instanceof WebAssembly.Global)) throw new Error(`${name} is no global`);
    return found;
  };
  const call = (name: string, n = 0): void => {
    const run = exports[name];
    if (typeof run === "function") run(0, 0n, n);
  };
  const { memory } = exports;
  if (!(memory instanceof WebAssembly.Memory)) throw new Error("memory is missing");
  const grow = (): unknown => Reflect.apply(Reflect.get(memory, "grow"), memory, [1]);
  return { call, grow, memory: new Uint8Array(memory.buffer), fuel: global(FUEL_EXPORT), size: global(SIZE_EXPORT) };
}

/** Runs n times round, then ends. */
const LOOP: Body = [0x03, 0x40, 0x20, 2, 0x41, 1, 0x6b, 0x22, 2, 0x0d, 0, 0x0b];

describe("the wasm rewriter", () => {
  it("notices every write there is, wherever it goes", () => {
    const report = fuzzRewriter(fuzzCalls(3000), FUZZ_SEED);
    expect(report.missed).toEqual([]);
    expect(report.tampering).toBeGreaterThan(100);
    expect(report.ended).toBeGreaterThan(200);
    expect(report.calls - report.traps).toBeGreaterThan(1000);
  });

  it("charges one unit of fuel a call and one a turn of a loop", () => {
    const { call, fuel } = instantiate([LOOP, []]);
    fuel.value = 1000;
    call("f1");
    expect(fuel.value).toBe(999);
    call("f0", 10);
    expect(fuel.value).toBe(999 - 1 - 10);
  });

  it("charges a bulk operation by its length", () => {
    const { call, fuel } = instantiate([[0x20, 0, 0x41, 0, 0x20, 2, 0xfc, 11, 0]]);
    fuel.value = 10_000;
    call("f0", 64 * 100);
    expect(fuel.value).toBe(10_000 - 1 - 2 - 200);
  });

  it("charges unrolled code by its length, wherever the charge falls, and without owing a mark", () => {
    // mem[0] = a sum of 200 ones: 402 instructions and not one loop.
    const add = [0x41, 1, 0x6a];
    const { call, fuel, memory } = instantiate([[0x41, 0, 0x41, 0, ...Array(200).fill(add).flat(), 0x36, 2, 0]]);
    fuel.value = 1000;
    call("f0");
    expect(1000 - fuel.value).toBe(1 + Math.floor(403 / 64));
    expect(memory[0]).toBe(200);
    fuel.value = 3;
    expect(() => call("f0")).toThrow("unreachable");
  });

  it("traps when the fuel is used up, and the counter tells so", () => {
    const { call, fuel } = instantiate([LOOP]);
    fuel.value = 50;
    expect(() => call("f0", 1000)).toThrow("unreachable");
    expect(fuel.value).toBeLessThan(0);
  });

  it("uses the same fuel with marks and without, whatever the code does", () => {
    const straight: Body = Array(500).fill(0x01);
    const bodies = [LOOP, straight, ...PLAIN_BODIES, ...VECTOR_BODIES, ...BULK_BODIES, ...ENDING_BODIES];
    const [marked = [], unmarked = []] = [true, false].map((marks) => {
      const { call, fuel } = instantiate(bodies, { marks });
      return bodies.map((_, index) => {
        fuel.value = 100_000;
        try {
          call(`f${index}`, 77);
        } catch {
          // Those that trap have used fuel up to there.
        }
        return 100_000 - fuel.value;
      });
    });
    expect(marked).toEqual(unmarked);
    expect(marked[0]).toBe(78);
    expect(marked[1]).toBe(8);
  });

  it("lets the guest neither see nor change the real size of its memory", () => {
    // mem[0] = memory.size; mem[4] = memory.grow(1)
    const body = [0x41, 0, 0x3f, 0, 0x36, 2, 0, 0x41, 4, 0x41, 1, 0x40, 0, 0x36, 2, 0];
    const { call, memory, size, fuel, grow } = instantiate([body]);
    expect(memory.length).toBe(layOutMemory(4).end);
    expect(() => grow()).toThrow("Maximum memory size exceeded");
    expect(size.value).toBe(2);
    fuel.value = 10;
    size.value = 3;
    call("f0");
    expect(memory[0]).toBe(3);
    expect([...memory.subarray(4, 8)]).toEqual([255, 255, 255, 255]);
    expect(size.value).toBe(3);
  });

  it("lets the guest neither change nor enlarge a table, which no restore would undo", () => {
    // mem[0] = table.grow(null, 1); then table[0] = null
    const { call, memory, fuel } = instantiate([
      [0x41, 0, 0xd0, 0x70, 0x41, 1, 0xfc, 15, 0, 0x36, 2, 0],
      [0x41, 0, 0xd0, 0x70, 0x26, 0],
    ]);
    fuel.value = 10;
    call("f0");
    expect([...memory.subarray(0, 4)]).toEqual([255, 255, 255, 255]);
    expect(() => call("f1")).toThrow("unreachable");
    expect(fuel.value).toBeGreaterThan(0);
  });

  it("marks the page of a store with a constant address", () => {
    const { call, fuel, memory } = instantiate([[0x41, 0x80, 0xa0, 0x01, 0x41, 1, 0x36, 2, 0]]);
    fuel.value = 10;
    call("f0");
    const page = 0x5000 >> PAGE_SHIFT;
    expect(memory[layOutMemory(4).mapStart + page]).toBe(1);
  });

  it.each<[string, Body]>([
    ["atomics", [0xfe, 0x03, 0x00]],
    ["vectors beyond the fixed width", [0xfd, 0x80, 0x02]],
    ["a hole among the vectors", [0xfd, 0xd3, 0x01]],
    ["try_table", [0x1f, 0x40, 0, 0x0b]],
    ["calls that return", [0x12, 0]],
    ["references of the collected heap", [0xfb, 0x00, 0]],
    ["table.init", [0x41, 0, 0x41, 0, 0x41, 0, 0xfc, 12, 0, 0]],
    ["table.copy", [0x41, 0, 0x41, 0, 0x41, 0, 0xfc, 14, 0, 0]],
    ["table.fill", [0x41, 0, 0xd0, 0x70, 0x41, 0, 0xfc, 17, 0]],
    ["data.drop, which no restore would undo", [0xfc, 9, 0]],
    ["elem.drop", [0xfc, 13, 0]],
  ])("refuses a module with an instruction it does not know: %s", (_, body) => {
    const { bytes, names } = buildModule([body]);
    expect(() => rewriteModule(bytes, { guestPages: 4, keepExports: new Set(["memory", ...names]) })).toThrow(
      /unknown instruction 0x/,
    );
  });

  it("refuses a module that sets a global which it does not own", () => {
    // A type () -> (), an imported mutable i32, one function that sets it to 0, and a memory.
    const bytes = Uint8Array.from([
      ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
      ...[1, 4, 1, 0x60, 0, 0],
      ...[2, 8, 1, 1, 0x68, 1, 0x67, 3, 0x7f, 1],
      ...[3, 2, 1, 0],
      ...[5, 3, 1, 0, 1],
      ...[10, 8, 1, 6, 0, 0x41, 0, 0x24, 0, 0x0b],
    ]);
    expect(WebAssembly.Module.imports(new WebAssembly.Module(bytes))).toHaveLength(1);
    expect(() => rewriteModule(bytes, { guestPages: 4, keepExports: new Set() })).toThrow(/sets global 0/);
  });

  it("refuses a module with a second memory", () => {
    const { bytes, names } = buildModule([[0x41, 0, 0x41, 0, 0x36, 0x42, 1, 0]]);
    expect(() => rewriteModule(bytes, { guestPages: 4, keepExports: new Set(["memory", ...names]) })).toThrow(
      /names a second memory/,
    );
  });

  it("refuses a module that lacks an export it should keep", () => {
    const { bytes } = buildModule([[]]);
    expect(() => rewriteModule(bytes, { guestPages: 4, keepExports: new Set(["main"]) })).toThrow(
      /does not export main/,
    );
  });
});
