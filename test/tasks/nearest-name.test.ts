import { expect, test } from "vitest";
import { didYouMean, nearestNames } from "../../src/tasks/nearest-name.ts";

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
