import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bootstrapMean, quantileOf } from "../../../src/evaluation/statistics/bootstrap.ts";
import { mcNemar } from "../../../src/evaluation/statistics/mcnemar.ts";
import { passAtK, reportedKs } from "../../../src/evaluation/statistics/pass-at-k.ts";
import { wilsonInterval } from "../../../src/evaluation/statistics/wilson.ts";

const counts = fc
  .integer({ min: 1, max: 2_000 })
  .chain((trials) => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials)));

const attempts = fc
  .integer({ min: 1, max: 12 })
  .chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 0, max: n }), fc.integer({ min: 1, max: n })));

/** All ways to choose k of n attempts, the first `solved` of which solve. */
function shareOfChoicesThatSolve(n: number, solved: number, k: number): number {
  let all = 0;
  let good = 0;
  for (let mask = 0; mask < 2 ** n; mask += 1) {
    const chosen = [...Array(n).keys()].filter((place) => mask & (1 << place));
    if (chosen.length !== k) continue;
    all += 1;
    if (chosen.some((place) => place < solved)) good += 1;
  }
  return good / all;
}

describe("Wilson's interval", () => {
  it("gives the values of the published formula", () => {
    // The ends solve |p - share| = z sqrt(p (1 - p) / n); worked out apart from the code.
    const cases = [
      [15, 16, 0.7167, 0.9889],
      [0, 16, 0, 0.1936],
      [50, 100, 0.4038, 0.5962],
    ] as const;
    for (const [solved, trials, low, high] of cases) {
      const estimate = wilsonInterval(solved, trials);
      expect(estimate?.value).toBe(solved / trials);
      expect(estimate?.low).toBeCloseTo(low, 4);
      expect(estimate?.high).toBeCloseTo(high, 4);
    }
  });

  it("holds the share, stays within 0 and 1, and mirrors when success and failure change places", () => {
    fc.assert(
      fc.property(counts, ([solved, trials]) => {
        const { value, low, high } = wilsonInterval(solved, trials) ?? { value: 2, low: 2, high: 2 };
        const mirrored = wilsonInterval(trials - solved, trials);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
        expect(high).toBeLessThanOrEqual(1);
        expect(mirrored?.low).toBeCloseTo(1 - (high ?? 0), 10);
      }),
    );
  });

  it("narrows as the same share is seen more often", () => {
    fc.assert(
      fc.property(counts, ([solved, trials]) => {
        const few = wilsonInterval(solved, trials);
        const many = wilsonInterval(4 * solved, 4 * trials);
        expect((many?.high ?? 9) - (many?.low ?? 0)).toBeLessThan((few?.high ?? 0) - (few?.low ?? 9));
      }),
    );
  });

  it("gives nothing for no trials and refuses counts that cannot be", () => {
    expect(wilsonInterval(0, 0)).toBeNull();
    expect(() => wilsonInterval(3, 2)).toThrow(RangeError);
    expect(() => wilsonInterval(0.5, 2)).toThrow(RangeError);
  });
});

describe("pass@k", () => {
  it("is the share of choices of k attempts that hold a solved one", () => {
    fc.assert(
      fc.property(attempts, ([n, solved, k]) => {
        expect(passAtK({ attempts: n, solved }, k)).toBeCloseTo(shareOfChoicesThatSolve(n, solved, k), 10);
      }),
      { numRuns: 40 },
    );
  });

  it("is the plain share for k = 1, and never falls as k grows", () => {
    fc.assert(
      fc.property(counts, ([solved, n]) => {
        const values = [1, 2, 3, n].filter((k) => k <= n).map((k) => passAtK({ attempts: n, solved }, k));
        expect(values[0]).toBeCloseTo(solved / n, 10);
        expect(values).toEqual([...values].sort((a, b) => a - b));
        for (const value of values) expect(value >= 0 && value <= 1).toBe(true);
      }),
    );
  });

  it("refuses more than there were attempts", () => {
    expect(() => passAtK({ attempts: 3, solved: 1 }, 4)).toThrow("Cannot estimate pass@4 from 3 attempts");
  });

  it("is reported for powers of two and for all attempts", () => {
    expect([0, 1, 2, 5, 8].map(reportedKs)).toEqual([[], [], [2], [2, 4, 5], [2, 4, 8]]);
  });
});

describe("the bootstrapped mean", () => {
  it("is the same for the same values, and its interval holds the mean and lies among the values", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 2, maxLength: 30 }), (values) => {
        const estimate = bootstrapMean(values);
        expect(bootstrapMean(values)).toEqual(estimate);
        expect(estimate?.low).toBeGreaterThanOrEqual(Math.min(...values) - 1e-12);
        expect(estimate?.high).toBeLessThanOrEqual(Math.max(...values) + 1e-12);
        expect(estimate?.low).toBeLessThanOrEqual((estimate?.high ?? 0) + 1e-12);
      }),
      { numRuns: 30 },
    );
  });

  it("comes near the interval of the normal distribution where there are many values", () => {
    const values = Array.from({ length: 400 }, (_, place) => place % 2);
    const { low, high } = bootstrapMean(values) ?? { low: 0, high: 0 };
    expect(low).toBeCloseTo(0.5 - 1.96 * 0.025, 2);
    expect(high).toBeCloseTo(0.5 + 1.96 * 0.025, 2);
  });

  it("has no interval for one value and nothing for none", () => {
    expect(bootstrapMean([3])).toEqual({ value: 3, low: null, high: null });
    expect(bootstrapMean([])).toBeNull();
  });
});

describe("a quantile", () => {
  it("lies between neighbours in proportion", () => {
    expect([0, 0.25, 0.5, 1].map((share) => quantileOf([1, 2, 3, 10], share))).toEqual([1, 1.75, 2.5, 10]);
  });
});

describe("McNemar's exact test", () => {
  it("gives the values of the binomial distribution", () => {
    // 2 / 2^5, and 2 (1 + 11 + 55) / 2^11.
    expect(mcNemar(0, 0)).toBe(1);
    expect(mcNemar(5, 0)).toBeCloseTo(0.0625, 10);
    expect(mcNemar(2, 9)).toBeCloseTo(0.06543, 5);
    expect(mcNemar(3, 3)).toBe(1);
  });

  it("is a probability, the same from both sides, even for many episodes", () => {
    const some = fc.integer({ min: 0, max: 3_000 });
    fc.assert(
      fc.property(some, some, (a, b) => {
        const p = mcNemar(a, b);
        expect(p >= 0 && p <= 1).toBe(true);
        expect(mcNemar(b, a)).toBe(p);
      }),
      { numRuns: 50 },
    );
  });
});
