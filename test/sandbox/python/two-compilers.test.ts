/** Python gives the same bytes, and uses the same fuel, whichever of the engine's two compilers made its code. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sample } from "../../support/sample.ts";
import { type CompilerName, underBoth } from "../wasm/two-compilers.ts";

const SCRIPT = new URL("./fixtures/run-python.mjs", import.meta.url);
const fixture = (name: string): string => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), "utf8");
const PROBE = fixture("float-probe.py");
const RECURSIONS = fixture("deep-recursions.py");
const NAMES = [...RECURSIONS.matchAll(/^ {4}"([^"]+)": /gm)].map(([, name]) => name ?? "");
/** Those that get far down within one call's fuel, and the depths at which an engine's stack might end them. */
const DEEPEST: readonly (readonly [name: string, depth: number])[] = [
  ["hash of tuples", 1_600_000],
  ["hash of tuples", 399_000],
  ["comparison of tuples", 500_000],
  ["isinstance with tuples", 500_000],
  ["freeing tuples", 1_000_000],
  ["comparison of lists", 450_000],
  ["freeing lists", 500_000],
  ["json in", 1_000_000],
  ["json out", 450_000],
  ["marshal out", 500_000],
  ["item of proxies", 450_000],
  ["calls of methods", 450_000],
  ["calls of slot wrappers", 450_000],
  ["freeing cells", 450_000],
  ["filter", 450_000],
  ["generator expressions", 450_000],
  ["enumerate", 450_000],
];

interface Call {
  readonly code: string;
  readonly call: string;
  readonly fuel: number;
}

interface Ran {
  readonly answer: string;
  readonly output: string;
  readonly ended: string | null;
  readonly fuelUsed: number;
}

async function compare(calls: readonly Call[]): Promise<Readonly<Record<CompilerName, readonly Ran[]>>> {
  const { baseline, optimizing } = await underBoth(SCRIPT, { calls });
  return { baseline: JSON.parse(baseline.toString()), optimizing: JSON.parse(optimizing.toString()) };
}

function recursion(name: string, depth: number, fuel: number): Call {
  return { code: RECURSIONS, call: `RECURSIONS[${JSON.stringify(name)}](${depth})`, fuel };
}

/** What the probe found, by function. */
function byFunction(results: readonly Ran[]): ReadonlyMap<string, number> {
  return new Map(JSON.parse(results[0]?.answer ?? "").value[1]);
}

describe("under the baseline and the optimizing compiler", () => {
  it("every float built-in and every function of math, cmath, operator, statistics and struct gives the same bits", async () => {
    const { baseline, optimizing } = await compare([{ code: PROBE, call: "probe()", fuel: 2_000_000_000 }]);
    const [cold, warm] = [byFunction(baseline), byFunction(optimizing)];
    expect(cold.size).toBeGreaterThan(250);
    expect([...cold].filter(([name, sum]) => warm.get(name) !== sum)).toEqual([]);
    expect(warm.size).toBe(cold.size);
    expect(optimizing[0]?.fuelUsed).toBe(baseline[0]?.fuelUsed);
  });

  it("recursion through C ends at the same depth with the same bytes, and never on the engine's own stack", async () => {
    const calls = [
      ...NAMES.map((name) => recursion(name, 20_000, 12_000_000)),
      ...sample(DEEPEST, 4).map(([name, depth]) => recursion(name, depth, 50_000_000)),
    ];
    const { baseline, optimizing } = await compare(calls);
    expect(NAMES.length).toBeGreaterThan(75);
    for (const [index, { call }] of calls.entries()) {
      expect([call, optimizing[index]]).toEqual([call, baseline[index]]);
      expect([call, baseline[index]?.ended]).not.toEqual([call, "trap"]);
    }
    expect(baseline.filter(({ ended }) => ended === "depth").length).toBeGreaterThan(1);
  });
});
