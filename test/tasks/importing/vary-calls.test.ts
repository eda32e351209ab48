import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type VaryOptions, varyCallsRequest } from "../../../src/languages/python/importing/vary-calls.ts";
import { openPythonSandbox } from "../../../src/sandbox/python/python-sandbox.ts";
import type { Sandbox } from "../../../src/sandbox/sandbox.ts";

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await openPythonSandbox({ workers: 1 });
});
afterAll(() => sandbox.close());

async function vary(calls: readonly string[], options: Partial<VaryOptions> = {}): Promise<readonly string[]> {
  const usual = { calls, own: ["f", "Node"], seed: 1, count: 40, room: 1, alike: true, edges: false };
  const { code, call } = varyCallsRequest({ ...usual, ...options });
  const limits = { fuel: 300_000_000, batchFuel: 300_000_000, valueBytes: 1024 * 1024 };
  const { outcomes } = await sandbox.run({ code, calls: [{ source: call, seed: 0 }], limits });
  const [outcome] = outcomes;
  if (outcome?.kind !== "value" || outcome.value.type !== "str") throw new Error(JSON.stringify(outcome));
  return JSON.parse(outcome.value.value);
}

/** The arguments of `f(...)`, which are written as JSON is. */
const argumentsOf = (call: string): unknown[] => JSON.parse(`[${call.slice(2, -1).replaceAll("'", '"')}]`);

describe("calls made of known ones", () => {
  test("keep lists in order where all known ones are, and numbers among the known ones", async () => {
    const made = await vary(["f([1, 4, 9], 4)", "f([2, 3], 5)", "f([0, 7, 8, 30], 30)"]);
    expect(made.length).toBeGreaterThan(20);
    for (const [list] of made.map(argumentsOf) as [number[], number][]) {
      expect(list).toEqual([...list].sort((one, other) => one - other));
      for (const number of list) expect(number).toBeGreaterThanOrEqual(0);
      for (const number of list) expect(number).toBeLessThanOrEqual(30);
    }
  });

  test("keep a place within its list", async () => {
    const made = await vary(["f([5, 1, 9], 2)", "f([7, 7], 0)", "f([3], 0)", "f([8, 2, 6, 4], 3)"]);
    expect(made.length).toBeGreaterThan(20);
    for (const [list, place] of made.map(argumentsOf) as [number[], number][]) expect(place).toBeLessThan(list.length);
  });

  test("keep brackets balanced, and texts as long as each other", async () => {
    const balanced = await vary(["f('(())()')", "f('()')", "f('((()))()()')"]);
    for (const [text] of balanced.map(argumentsOf) as [string][])
      expect(text.split("(").length).toBe(text.split(")").length);
    const alike = await vary(["f('0101', '1100')", "f('10', '11')", "f('111', '000')"]);
    for (const [one, other] of alike.map(argumentsOf) as [string, string][]) expect(one.length).toBe(other.length);
    expect(balanced.length + alike.length).toBeGreaterThan(20);
  });

  test("change the data of statements and of objects, and leave the rest as it was", async () => {
    const made = await vary(["a = Node('x')\nb = Node('y')\nitems = [1, 2]\nf(items, a)\nround(items[0], 2)"], {
      alike: false,
    });
    expect(made.length).toBeGreaterThan(5);
    for (const call of made)
      expect(call).toMatch(
        /^a = Node\('.*'\)\nb = Node\('.*'\)\nitems = \[.*\]\nf\(items, [ab]\)\nround\(items\[0\], 2\)$/,
      );
  });

  test("go past the known numbers only where they are told to", async () => {
    const near = await vary(["f(1)", "f(2)", "f(3)", "f(4)"]);
    expect(near).toEqual([]);
    const far = await vary(["f(1)", "f(2)", "f(3)", "f(4)"], { room: 20, alike: false, edges: true });
    expect(far.length).toBeGreaterThan(20);
    expect(far).toContain("f(0)");
  });

  test("are distinct, none of them known, and the same for the same seed", async () => {
    const list = fc.array(fc.array(fc.integer({ min: -9, max: 99 }), { maxLength: 5 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(list, fc.nat(1000), async (lists, seed) => {
        const calls = lists.map((numbers) => `f([${numbers.join(", ")}])`);
        const made = await vary(calls, { seed, alike: false, count: 20 });
        expect(new Set([...made, ...calls]).size).toBe(made.length + new Set(calls).size);
        expect(await vary(calls, { seed, alike: false, count: 20 })).toEqual(made);
      }),
      { numRuns: 6 },
    );
  });

  test("are none where there is nothing to change", async () => {
    expect(await vary(["f()", "f(x)"])).toEqual([]);
  });
});
