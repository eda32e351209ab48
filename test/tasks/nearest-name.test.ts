import fc from "fast-check";
import { expect, test } from "vitest";
import { didYouMean, ManyNames, nearestNames } from "../../src/tasks/nearest-name.ts";

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

test("others run while twenty thousand names are prepared, which happens once, and the nearest is the same", async () => {
  let turns = 0;
  let isFound = false;
  const count = () => {
    turns += 1;
    if (!isFound) setImmediate(count);
  };
  setImmediate(count);
  let asked = 0;
  const names = new ManyNames(() => {
    asked += 1;
    return MANY;
  });
  const near = await Promise.all([names.nearest("program_0123_bg_7"), names.nearest("program_0123_bg_7")]);
  isFound = true;
  expect(near).toEqual([NEAR, NEAR]);
  expect(await names.nearest("program_0123_bg_7")).toEqual(NEAR);
  expect(turns).toBeGreaterThanOrEqual(10);
  expect(asked).toBe(1);
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

test("whatever slips into one of a thousand names, the same is found as by comparing with all of them", () => {
  const many = MANY.filter((_, place) => place % 16 === 0);
  const letter = fc.constantFrom("a", "p", "_", "0", "7", "é");
  const slip = fc.record({ at: fc.nat(17), removed: fc.nat(1), added: fc.string({ unit: letter, maxLength: 1 }) });
  fc.assert(
    fc.property(fc.constantFrom(...many), fc.array(slip, { minLength: 1, maxLength: 3 }), (name, slips) => {
      const wanted = slips.reduce((text, { at, removed, added }) => {
        return text.slice(0, at) + added + text.slice(at + removed);
      }, name);
      const limit = Math.max(1, Math.floor(wanted.length / 3));
      const near = many
        .map((one) => ({ one, distance: one.startsWith(wanted) ? 0 : filledTable(wanted, one) }))
        .filter(({ distance }) => distance <= limit)
        .sort((a, b) => a.distance - b.distance || (a.one < b.one ? -1 : 1));
      expect(nearestNames(wanted, many)).toEqual(near.slice(0, 3).map(({ one }) => one));
    }),
    { numRuns: 40 },
  );
});

/** Row after row, and none left out. */
function filledTable(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const here = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = (above[column - 1] ?? 0) + Number(a[row - 1] !== b[column - 1]);
      here.push(Math.min(replaced, (above[column] ?? 0) + 1, (here[column - 1] ?? 0) + 1));
    }
    above = here;
  }
  return above[b.length] ?? 0;
}

/** By its definition. */
function levenshtein(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const [restOfA, restOfB] = [a.slice(1), b.slice(1)];
  if (a[0] === b[0]) return levenshtein(restOfA, restOfB);
  return 1 + Math.min(levenshtein(restOfA, b), levenshtein(a, restOfB), levenshtein(restOfA, restOfB));
}
