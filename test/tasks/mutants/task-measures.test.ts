/** What was measured of tasks, on the disk and as weights. */
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { fitDifficulty } from "../../../src/tasks/mutants/fit-difficulty.ts";
import { readMeasures, writeMeasures } from "../../../src/tasks/mutants/task-measures.ts";

const id = fc.integer({ min: 0, max: 2 ** 32 - 1 }).map((number) => number.toString(16).padStart(8, "0"));
const measure = fc.record({
  distance: fc.option(fc.nat()),
  search: fc.option(fc.record({ solved: fc.boolean(), steps: fc.nat() })),
  plausibleEdits: fc.option(fc.nat()),
});

test("measures are read as they were written, and written in one way whatever their order", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(id, measure), { selector: ([one]) => one }), (rows) => {
      const text = writeMeasures("key", new Map(rows));
      expect(readMeasures(text)).toEqual({ key: "key", measures: new Map(rows) });
      expect(writeMeasures("key", new Map(rows.toReversed()))).toBe(text);
    }),
  );
});

test("what is no file of measures has none", () => {
  for (const text of ["", "{}", "{", '{"key":"a","tasks":{"0000000g":[1,1,1,1]}}']) {
    expect(readMeasures(text)).toEqual({ key: "", measures: new Map() });
  }
});

describe("the fit", () => {
  const tasks = Array.from({ length: 60 }, (_, place) => ({
    features: [place % 2, Math.floor(place / 2) % 2],
    isSolved: place % 2 === 0 ? place % 3 !== 0 : place % 7 === 0,
  }));

  it("weighs what goes with failure, and hardly what does not", () => {
    const { features } = fitDifficulty(tasks);
    expect(features[0]).toBeGreaterThan(1);
    expect(Math.abs(features[1] ?? 9)).toBeLessThan(0.3);
  });

  it("is the same for the same tasks, and nothing without any", () => {
    expect(fitDifficulty(tasks)).toEqual(fitDifficulty(tasks));
    expect(fitDifficulty([])).toEqual({ base: 0, features: [] });
  });
});
