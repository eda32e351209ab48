/** Python gives the same bytes, and uses the same fuel, whichever of the engine's two compilers made its code. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type CompilerName, underBoth } from "../wasm/two-compilers.ts";

const SCRIPT = new URL("./fixtures/run-python.mjs", import.meta.url);
const PROBE = readFileSync(new URL("./fixtures/float-probe.py", import.meta.url), "utf8");

interface Ran {
  readonly answer: string;
  readonly output: string;
  readonly ended: string | null;
  readonly fuelUsed: number;
}

async function compare(
  calls: readonly { readonly code: string; readonly call: string }[],
  fuel: number,
): Promise<Readonly<Record<CompilerName, readonly Ran[]>>> {
  const { baseline, optimizing } = await underBoth(SCRIPT, { calls, fuel });
  return { baseline: JSON.parse(baseline.toString()), optimizing: JSON.parse(optimizing.toString()) };
}

/** What the probe found, by function. */
function byFunction(results: readonly Ran[]): ReadonlyMap<string, number> {
  return new Map(JSON.parse(results[0]?.answer ?? "").value[1]);
}

describe("under the baseline and the optimizing compiler", () => {
  it("every float built-in and every function of math, cmath, operator, statistics and struct gives the same bits", async () => {
    const { baseline, optimizing } = await compare([{ code: PROBE, call: "probe()" }], 2_000_000_000);
    const [cold, warm] = [byFunction(baseline), byFunction(optimizing)];
    expect(cold.size).toBeGreaterThan(250);
    expect([...cold].filter(([name, sum]) => warm.get(name) !== sum)).toEqual([]);
    expect(warm.size).toBe(cold.size);
    expect(optimizing[0]?.fuelUsed).toBe(baseline[0]?.fuelUsed);
  });
});
