/** What a float operation gives is the same bits under both of the engine's compilers. */
import { beforeAll, describe, expect, it } from "vitest";
import { FUEL_EXPORT, rewriteModule } from "../../../src/sandbox/wasm/rewrite-module.ts";
import { FLOAT_BITS, FLOAT_BODIES, type FloatBody } from "./float-bodies.ts";
import { buildModule } from "./module-builder.ts";
import { type CompilerName, underBoth } from "./two-compilers.ts";

const SCRIPT = new URL("./fixtures/run-floats.mjs", import.meta.url);
const RESULT_BYTES = 16;
const CANONICAL = { f32: 0x7fc00000n, f64: 0x7ff8000000000000n } as const;

type Results = Readonly<Record<CompilerName, Buffer>>;

async function runAll(options: { readonly nans: boolean }): Promise<Results> {
  const { bytes, names } = buildModule(FLOAT_BODIES.map(({ body }) => body));
  const { bytes: wasm } = rewriteModule(bytes, {
    guestPages: 1,
    keepExports: new Set(["memory", ...names]),
    ...options,
  });
  const functions = FLOAT_BODIES.map(({ operands }, index) => ({ name: `f${index}`, operands }));
  const bits = { f32: FLOAT_BITS.f32.map(String), f64: FLOAT_BITS.f64.map(String) };
  return underBoth(SCRIPT, { wasm: Buffer.from(wasm).toString("base64"), functions, bits, fuel: FUEL_EXPORT });
}

/** Each body with its part of the results, in order. */
function* partsOf(results: Buffer): Generator<readonly [FloatBody, Buffer]> {
  let from = 0;
  for (const body of FLOAT_BODIES) {
    const length = FLOAT_BITS[body.operands].length ** 2 * RESULT_BYTES;
    yield [body, results.subarray(from, from + length)];
    from += length;
  }
}

function differing({ baseline, optimizing }: Results): string[] {
  const other = [...partsOf(optimizing)];
  return [...partsOf(baseline)]
    .filter(([, part], index) => !part.equals(other[index]?.[1] ?? Buffer.alloc(0)))
    .map(([{ name }]) => name);
}

/** The NaNs among a result's lanes that are not the one that operations give. */
function strangeNans(type: "f32" | "f64", part: Buffer): string[] {
  const found = new Set<string>();
  for (let at = 0; at < part.length; at += type === "f32" ? 4 : 8) {
    const bits = type === "f32" ? BigInt(part.readUInt32LE(at)) : part.readBigUInt64LE(at);
    const value = type === "f32" ? part.readFloatLE(at) : part.readDoubleLE(at);
    if (Number.isNaN(value) && bits !== CANONICAL[type]) found.add(bits.toString(16));
  }
  return [...found];
}

describe("a float operation", () => {
  let results: Results;
  beforeAll(async () => {
    results = await runAll({ nans: true });
  });

  it("gives the same bits under both compilers, for every operand at an edge", () => {
    expect(results.baseline.length).toBe(
      [...partsOf(results.baseline)].reduce((sum, [, { length }]) => sum + length, 0),
    );
    expect(differing(results)).toEqual([]);
  });

  it("gives the one NaN and no other", () => {
    const strange = [...partsOf(results.baseline)].flatMap(([{ name, nan }, part]) =>
      nan === null ? [] : strangeNans(nan, part).map((bits) => `${name}: ${bits}`),
    );
    expect(strange).toEqual([]);
  });

  it.each(["f32 load stored", "f64 load stored", "f64 select reinterpreted"])(
    "keeps every bit of a NaN: %s",
    (name) => {
      const [{ operands }, part] =
        [...partsOf(results.optimizing)].find(([body]) => body.name === name) ?? expect.fail();
      const expected = FLOAT_BITS[operands].flatMap((first) =>
        FLOAT_BITS[operands].map((second) => (name.includes("select") ? second : first)),
      );
      const bits = expected.map((_, index) =>
        operands === "f32"
          ? BigInt(part.readUInt32LE(index * RESULT_BYTES))
          : part.readBigUInt64LE(index * RESULT_BYTES),
      );
      expect(bits).toEqual(expected);
    },
  );

  // The compilers of later engines may choose alike, and then there is nothing to tell.
  const differs = it.skipIf(Number(process.versions.node.split(".")[0]) >= 24);
  differs("differs from compiler to compiler where its NaN is left as it is, so these operands can tell", async () => {
    const names = differing(await runAll({ nans: false }));
    expect(names.some((name) => name.startsWith("f64 mul"))).toBe(true);
    expect(names.some((name) => name.startsWith("f32 add"))).toBe(true);
  });
});
