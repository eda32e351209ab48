import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseLiteral } from "../../../src/languages/python/literal.ts";
import { valuesEqual } from "../../../src/sandbox/values/equal.ts";
import type { Value } from "../../../src/sandbox/values/wire.ts";
import { anyValue } from "./arbitrary-value.ts";

const EXACT = { tolerance: null };

function equal(a: string, b: string, tolerance: number | null = null): boolean {
  return valuesEqual(parseLiteral(a), parseLiteral(b), { tolerance });
}

describe("valuesEqual", () => {
  test("holds between every value and itself, with and without a tolerance", () => {
    fc.assert(
      fc.property(anyValue, fc.option(fc.double({ min: 0, noNaN: true })), (value, tolerance) =>
        valuesEqual(value, structuredClone(value), { tolerance }),
      ),
    );
  });

  test("does not depend on which side a value stands", () => {
    fc.assert(
      fc.property(anyValue, anyValue, (a, b) => valuesEqual(a, b, EXACT) === valuesEqual(b, a, EXACT)),
      { numRuns: 500 },
    );
  });

  test.each([
    ["True", "1"],
    ["False", "0"],
    ["None", "False"],
    ["1", "1.0"],
    ["[1]", "(1,)"],
    ["{1}", "frozenset({1})"],
    ["'a'", "b'a'"],
    ["{}", "set()"],
    ["[1, 2]", "[2, 1]"],
    ["[1, 2]", "[1]"],
    ["{'a': 1}", "{'a': True}"],
    ["{'a': 1}", "{'a': 1, 'b': 2}"],
    ["{1: 'a'}", "{1.0: 'a'}"],
    ["{1}", "{True}"],
    ["{(1, 2)}", "{(1, 3)}"],
    ["'1, 2'", "['1', '2']"],
  ])("tells %s from %s", (a, b) => {
    expect(equal(a, b)).toBe(false);
    expect(equal(a, b, 1)).toBe(false);
  });

  test.each([
    ["nan", "float('nan')"],
    ["[nan, inf]", "[nan, inf]"],
    ["0.0", "-0.0"],
    ["{0.0}", "{-0.0}"],
    ["{1, 2, 3}", "{3, 1, 2}"],
    ["{'a': [1], 'b': {2}}", "{'b': {2}, 'a': [1]}"],
    ["{frozenset({1, 2}), 3}", "{3, frozenset({2, 1})}"],
  ])("finds %s and %s equal", (a, b) => {
    expect(equal(a, b)).toBe(true);
  });

  test("lets floats at any depth differ by at most the tolerance", () => {
    expect(equal("{'a': [(0.1, 1.0)]}", "{'a': [(0.100001, 1.0)]}", 1e-5)).toBe(true);
    expect(equal("{'a': [(0.1, 1.0)]}", "{'a': [(0.11, 1.0)]}", 1e-5)).toBe(false);
    expect(equal("0.1", "0.100001")).toBe(false);
  });

  test("keeps ints, infinities, NaN, dict keys and members of sets out of the tolerance", () => {
    expect(equal("1", "2", 5)).toBe(false);
    expect(equal("1", "1.0", 5)).toBe(false);
    expect(equal("inf", "1.0", 5)).toBe(false);
    expect(equal("inf", "-inf", 5)).toBe(false);
    expect(equal("nan", "1.0", 5)).toBe(false);
    expect(equal("{1.0}", "{1.1}", 5)).toBe(false);
    expect(equal("{1.0: 0}", "{1.1: 0}", 5)).toBe(false);
  });

  test("finds nothing equal to a value of another type, wherever it stands", () => {
    const other: Value = { type: "other", name: "MyList", text: "[1]" };
    const wrapped: readonly Value[] = [
      other,
      { type: "list", items: [other] },
      { type: "set", items: [other] },
      { type: "dict", entries: [[other, { type: "none" }]] },
      { type: "dict", entries: [[{ type: "none" }, other]] },
    ];
    for (const value of wrapped) expect(valuesEqual(value, value, EXACT)).toBe(false);
  });

  test("is not fooled by a set or dict that claims a member twice", () => {
    const one: Value = { type: "int", value: 1n };
    const two: Value = { type: "int", value: 2n };
    const forgedSet: Value = { type: "set", items: [one, one] };
    expect(valuesEqual(forgedSet, { type: "set", items: [one, two] }, EXACT)).toBe(false);
    expect(valuesEqual(forgedSet, { type: "set", items: [one] }, EXACT)).toBe(false);
    const forgedDict: Value = {
      type: "dict",
      entries: [
        [one, two],
        [one, one],
      ],
    };
    expect(valuesEqual(forgedDict, { type: "dict", entries: [[one, one]] }, EXACT)).toBe(false);
  });
});
