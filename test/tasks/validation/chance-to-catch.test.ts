/** How likely an episode's hidden tests are to catch a bug, told from the calls that it was run on. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chanceToCatch } from "../../../src/tasks/validation/chance-to-catch.ts";

describe("chanceToCatch", () => {
  test("is one less the chance that every hidden test is one that the bug passes", () => {
    const measured = { total: 200, hidden: 100, areAll: false };
    expect(chanceToCatch({ ...measured, failed: 1 })).toBeCloseTo(1 - 0.995 ** 100, 12);
    expect(chanceToCatch({ ...measured, failed: 5 })).toBeGreaterThan(0.9);
    expect(chanceToCatch({ ...measured, failed: 4 })).toBeLessThan(0.9);
    expect(chanceToCatch({ ...measured, hidden: 20, failed: 10 })).toBeCloseTo(1 - 0.95 ** 20, 12);
  });

  test("is certain where every episode has every call there is", () => {
    expect(chanceToCatch({ total: 30, failed: 1, hidden: 30, areAll: true })).toBe(1);
    expect(chanceToCatch({ total: 30, failed: 0, hidden: 30, areAll: true })).toBe(0);
    expect(chanceToCatch({ total: 0, failed: 0, hidden: 0, areAll: false })).toBe(0);
  });

  test("is never more than what strata of unlike shares, drawn in turn without repeats, come to", () => {
    const stratum = fc.record({
      calls: fc.integer({ min: 20, max: 60 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(stratum, { minLength: 1, maxLength: 5 }), (strata) => {
        const drawnOfEach = 10;
        const failing = strata.map(({ calls, share }) => Math.floor(calls * share));
        const missed = strata.map(({ calls }, place) => missAll({ calls, failing: failing[place] ?? 0 }, drawnOfEach));
        const truth = 1 - missed.reduce((product, miss) => product * miss, 1);
        // A sample in which each stratum has its share, as draws in turn give it.
        const share = strata.reduce((sum, { calls }, place) => sum + (failing[place] ?? 0) / calls, 0) / strata.length;
        const hidden = drawnOfEach * strata.length;
        expect(chanceToCatch({ total: 1, failed: share, hidden, areAll: false })).toBeLessThanOrEqual(truth + 1e-9);
      }),
    );
  });
});

/** The chance that so many distinct calls of a stratum hold none that fails. */
function missAll({ calls, failing }: { calls: number; failing: number }, drawn: number): number {
  let chance = 1;
  for (let nth = 0; nth < drawn; nth += 1) chance *= Math.max(0, calls - failing - nth) / (calls - nth);
  return chance;
}
