/** What an impossible task's test expects in place of what is right. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseLiteral } from "../../../src/languages/python/literal.ts";
import { valuesEqual } from "../../../src/sandbox/values/equal.ts";
import { alterValue } from "../../../src/tasks/impossible/alter-value.ts";
import { anyValue } from "../../sandbox/values/arbitrary-value.ts";

test("is of the same type and equals it by no tolerance", () => {
  fc.assert(
    fc.property(anyValue, (value) => {
      const altered = alterValue(value);
      if (altered === null) return;
      expect(altered.type).toBe(value.type);
      expect(valuesEqual(altered, value, { tolerance: 1e-3 })).toBe(false);
      expect(alterValue(value)).toEqual(altered);
    }),
  );
});

test("keeps the form of what is right, and changes one place of it", () => {
  const pairs = [
    ["True", "False"],
    ["6", "7"],
    ["'3:09'", "'3:00'"],
    ["'zebra'", "'zebrb'"],
    ["''", "'x'"],
    ["[1, [2, []]]", "[1, [3, []]]"],
    ["(1, None)", "(2, None)"],
    ["{'a': 1, 'b': None}", "{'a': 2, 'b': None}"],
    ["b'ab'", "b'ac'"],
  ] as const;
  for (const [value, altered] of pairs) expect(alterValue(parseLiteral(value))).toEqual(parseLiteral(altered));
});

test("there is none of what has no other of its type", () => {
  for (const value of ["None", "[]", "{}", "[None, ()]"]) expect(alterValue(parseLiteral(value))).toBeNull();
});
