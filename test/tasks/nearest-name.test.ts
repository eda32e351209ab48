import fc from "fast-check";
import { expect, test } from "vitest";
import { didYouMean, nearestAmongMany, nearestNames } from "../../src/tasks/nearest-name.ts";

const KNOWN = [
  "binary_search_off_by_one",
  "binary_search_wrong_mid",
  "flatten_missing_recursion",
  "sum_even_wrong_condition",
];

test("a misspelt name leads to the one that was meant", () => {
  expect(nearestNames("binary_serch_off_by_on", KNOWN)).toEqual(["binary_search_off_by_one"]);
  expect(nearestNames("Flatten_Missing_Recursion", KNOWN)).toEqual(["flatten_missing_recursion"]);
});

test("the beginning of names leads to all of them", () => {
  expect(nearestNames("binary", KNOWN)).toEqual(["binary_search_off_by_one", "binary_search_wrong_mid"]);
});

test("a name like no other leads nowhere", () => {
  expect(didYouMean("quicksort", KNOWN)).toBe("");
  expect(didYouMean("", KNOWN)).toBe("");
  expect(didYouMean("binary", KNOWN)).toBe(" Did you mean binary_search_off_by_one or binary_search_wrong_mid?");
});

test("a name of any length is answered, and one that is longer than names are leads nowhere", () => {
  const long = "x".repeat(256);
  expect(nearestNames(`${long.slice(1)}y`, [long])).toEqual([long]);
  for (const length of [257, 40_000, 1_000_000]) expect(nearestNames("x".repeat(length), [long])).toEqual([]);
});

const MANY = Array.from({ length: 20_000 }, (_, place) => {
  return `program_${String(Math.floor(place / 10)).padStart(4, "0")}_bug_${place % 10}`;
});
const NEAR = ["program_0123_bug_7", "program_0023_bug_7", "program_0103_bug_7"];

test("among twenty thousand names the nearest is found by looking at few places", () => {
  expect(nearestNames("program_0123_bg_7", MANY)).toEqual(NEAR);
});

test("among twenty thousand names others run while the nearest is found, and it is the same", async () => {
  let turns = 0;
  let isFound = false;
  const count = () => {
    turns += 1;
    if (!isFound) setImmediate(count);
  };
  setImmediate(count);
  const near = await nearestAmongMany("program_0123_bg_7", MANY);
  isFound = true;
  expect(near).toEqual(NEAR);
  expect(turns).toBeGreaterThanOrEqual(10);
});

test("whatever the names, those with the fewest edits are found, the first in the alphabet among equals", () => {
  const name = fc.string({ unit: fc.constantFrom("a", "b", "c", "_"), minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(name, fc.uniqueArray(name, { maxLength: 40 }), (wanted, known) => {
      const limit = Math.max(1, Math.floor(wanted.length / 3));
      const near = known
        .map((one) => ({ one, distance: one.startsWith(wanted) ? 0 : levenshtein(wanted, one) }))
        .filter(({ distance }) => distance <= limit)
        .sort((a, b) => a.distance - b.distance || (a.one < b.one ? -1 : 1));
      expect(nearestNames(wanted, known)).toEqual(near.slice(0, 3).map(({ one }) => one));
    }),
    { numRuns: 500 },
  );
});

/** By its definition. */
function levenshtein(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const [restOfA, restOfB] = [a.slice(1), b.slice(1)];
  if (a[0] === b[0]) return levenshtein(restOfA, restOfB);
  return 1 + Math.min(levenshtein(restOfA, b), levenshtein(a, restOfB), levenshtein(restOfA, restOfB));
}
