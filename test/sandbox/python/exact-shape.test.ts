/** What a guest may have answered, and what is refused. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  hasExactly,
  isAnything,
  isExactly,
  isIntegerOrNull,
  isListOf,
  isText,
} from "../../../src/sandbox/python/exact-shape.ts";

const shape = { kind: isExactly("raised"), message: isText, line: isIntegerOrNull, rest: isAnything };
const good = { kind: "raised", message: "no", line: 3, rest: [] };

test("an object with these fields and no others passes", () => {
  expect(hasExactly(good, shape)).toBe(true);
  expect(hasExactly({ ...good, line: null, rest: undefined }, shape)).toBe(true);
});

test.each([
  ["a missing field", { kind: "raised", message: "no", line: 3 }],
  ["one more", { ...good, more: 1 }],
  ["another in its place", { kind: "raised", message: "no", line: 3, other: [] }],
  ["another kind", { ...good, kind: "value" }],
  ["a number for a text", { ...good, message: 1 }],
  ["half a line", { ...good, line: 1.5 }],
  ["a line beyond exact numbers", { ...good, line: 2 ** 60 }],
  ["a list", ["raised", "no", 3, []]],
  ["null", null],
  ["a text", "raised"],
])("%s is refused", (_, value) => {
  expect(hasExactly(value, shape)).toBe(false);
});

test("a field that every object inherits is no field", () => {
  expect(hasExactly({}, { constructor: isAnything })).toBe(false);
  expect(hasExactly(JSON.parse('{"__proto__": 1}'), { ["__proto__"]: isAnything })).toBe(true);
});

test("of any JSON a list of texts is told from all else", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const wanted = Array.isArray(value) && value.every((item) => typeof item === "string");
      expect(isListOf(isText)(value)).toBe(wanted);
    }),
  );
});
