import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FuelLedger, shuffledNumbers } from "../../../src/sandbox/python/settle-fuel.ts";

const PER_CALL = 50;
const GRACE = 3;

interface Case {
  readonly uses: readonly number[];
  readonly moduleFuel: number;
  readonly batchFuel: number;
}

const cases: fc.Arbitrary<Case> = fc.record({
  uses: fc.array(fc.integer({ min: 0, max: 80 }), { minLength: 1, maxLength: 30 }),
  moduleFuel: fc.integer({ min: 0, max: PER_CALL + GRACE }),
  batchFuel: fc.integer({ min: PER_CALL + GRACE, max: 400 }),
});

/** Makes calls that would use so much as the ledger says; a call stops a little after what it may use. */
function run({ uses, moduleFuel, batchFuel }: Case, order: readonly number[] | null) {
  const seeds = uses.map(() => 7);
  const ledger = new FuelLedger({ seeds, fuel: PER_CALL, batchFuel, order });
  const made: number[] = [];
  let burnt = moduleFuel;
  for (let next = ledger.next; next !== null; next = ledger.next) {
    const fuel = Math.min(uses[next.index] ?? 0, next.fuel + GRACE);
    burnt += fuel;
    made.push(next.index);
    ledger.note(next.index, { fuel, moduleFuel });
  }
  return { reached: ledger.reached, fuel: ledger.fuel, made, burnt };
}

const orders = (count: number) =>
  fc.shuffledSubarray(
    Array.from({ length: count }, (_, index) => index),
    { minLength: count, maxLength: count },
  );

describe("a batch's fuel", () => {
  it("reaches the same calls, and is used alike, in whatever order they run", () => {
    fc.assert(
      fc.property(
        cases.chain((one) => fc.tuple(fc.constant(one), orders(one.uses.length))),
        ([one, order]) => {
          const given = run(one, null);
          const { reached, fuel } = run(one, order);
          expect({ reached, fuel }).toEqual({ reached: given.reached, fuel: given.fuel });
        },
      ),
    );
  });

  it("is what the calls that it reaches use, and the next would use more than is left", () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { reached, fuel } = run(one, null);
        const used = one.uses.map((use) => Math.min(use, PER_CALL + GRACE));
        const sum = (count: number): number =>
          used.slice(0, count).reduce((all, use) => all + use, count === 0 ? 0 : one.moduleFuel);
        expect(sum(reached)).toBeLessThanOrEqual(one.batchFuel);
        if (reached === used.length) expect(fuel).toBe(sum(reached));
        else {
          expect(sum(reached + 1)).toBeGreaterThan(one.batchFuel);
          expect(fuel).toBe(one.batchFuel);
        }
      }),
    );
  });

  it("is burnt at most twice, and one call's and the grace beyond, and no call is made twice", () => {
    fc.assert(
      fc.property(
        cases.chain((one) => fc.tuple(fc.constant(one), orders(one.uses.length))),
        ([one, order]) => {
          const { made, burnt } = run(one, order);
          expect(new Set(made).size).toBe(made.length);
          expect(burnt).toBeLessThanOrEqual(2 * one.batchFuel + PER_CALL + 2 * GRACE);
        },
      ),
    );
  });

  it("pays for a module once for each seed, at the first call with it", () => {
    const ledger = new FuelLedger({ seeds: [1, 2, 1], fuel: PER_CALL, batchFuel: 100, order: [2, 1, 0] });
    for (const index of [2, 1, 0]) ledger.note(index, { fuel: 10, moduleFuel: 20 });
    expect(ledger).toMatchObject({ reached: 3, fuel: 70 });
  });
});

it("a shuffle gives each place once, and any order", () => {
  let drawn = 0;
  const draw = (below: number): number => {
    drawn += 1;
    return (drawn * 7) % below;
  };
  expect(shuffledNumbers(20, draw).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index));
  expect(shuffledNumbers(5, () => 0)).not.toEqual([0, 1, 2, 3, 4]);
});
