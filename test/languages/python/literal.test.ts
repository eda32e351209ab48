import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatValue } from "../../../src/languages/python/format.ts";
import { parseLiteral } from "../../../src/languages/python/literal.ts";
import { valuesEqual } from "../../../src/sandbox/values/equal.ts";
import { anyValue } from "../../sandbox/values/arbitrary-value.ts";

describe("parseLiteral", () => {
  test("reads back every value that formatValue writes", () => {
    fc.assert(
      fc.property(anyValue, (value) => valuesEqual(parseLiteral(formatValue(value)), value, { tolerance: null })),
      { numRuns: 500 },
    );
  });

  test.each([
    ["None", { type: "none" }],
    [" True ", { type: "bool", value: true }],
    ["-5", { type: "int", value: -5n }],
    ["+5", { type: "int", value: 5n }],
    ["1_000_000", { type: "int", value: 1_000_000n }],
    ["0xFF", { type: "int", value: 255n }],
    ["0b101", { type: "int", value: 5n }],
    ["0o17", { type: "int", value: 15n }],
    ["123456789012345678901234567890", { type: "int", value: 123456789012345678901234567890n }],
    ["1.", { type: "float", value: 1 }],
    [".5", { type: "float", value: 0.5 }],
    ["1e-07", { type: "float", value: 1e-7 }],
    ["1_0.2_5", { type: "float", value: 10.25 }],
    ["float('inf')", { type: "float", value: Number.POSITIVE_INFINITY }],
    ['float("-inf")', { type: "float", value: Number.NEGATIVE_INFINITY }],
    ["-float( 'inf' )", { type: "float", value: Number.NEGATIVE_INFINITY }],
    ["float('nan')", { type: "float", value: Number.NaN }],
    ["-inf", { type: "float", value: Number.NEGATIVE_INFINITY }],
    ["-0.0", { type: "float", value: -0 }],
    [String.raw`'it\'s \x41\u00e9\U0001F600\101\n'`, { type: "str", value: "it's Aé😀A\n" }],
    [String.raw`r'\d\''`, { type: "str", value: String.raw`\d\'` }],
    ["'''two\nlines'''", { type: "str", value: "two\nlines" }],
    ["'a' \"b\"", { type: "str", value: "ab" }],
    [String.raw`b'\x00\xffa'`, { type: "bytes", value: Uint8Array.of(0, 255, 97) }],
    ["()", { type: "tuple", items: [] }],
    ["(1)", { type: "int", value: 1n }],
    ["(1,)", { type: "tuple", items: [{ type: "int", value: 1n }] }],
    ["[1,\n 2,]", { type: "list", items: [1n, 2n].map((value) => ({ type: "int", value })) }],
    ["{}", { type: "dict", entries: [] }],
    ["set()", { type: "set", items: [] }],
    ["frozenset()", { type: "frozenset", items: [] }],
    ["frozenset({1})", { type: "frozenset", items: [{ type: "int", value: 1n }] }],
  ])("reads %s", (text, value) => {
    expect(parseLiteral(text)).toEqual(value);
  });

  test.each([
    ["", "line 1, column 1: expected a value, but the text ends there"],
    ["[1, 2", "line 1, column 6: expected , or ], but the text ends there"],
    ["[1 2]", "line 1, column 4: expected , or ]"],
    ["[1,\n oops]", "line 2, column 2: oops is not a literal; quote it if it is text"],
    ["[,]", "line 1, column 2: expected a value"],
    ["1 2", "line 1, column 3: expected nothing after the value"],
    ["'abc", "line 1, column 1: this text is never closed with '"],
    [String.raw`'\d'`, String.raw`line 1, column 2: this escape is unknown; write \\ for a backslash`],
    ["b'é'", "line 1, column 3: bytes hold only ASCII characters"],
    ["'a' b'b'", "str and bytes do not join"],
    ["007", "line 1, column 1: this is not a Python number"],
    ["2j", "line 1, column 1: this is not a Python number"],
    ["1__0", "line 1, column 1: this is not a Python number"],
    ["float('1')", "line 1, column 1: float() takes 'inf', '-inf' or 'nan' here"],
    ["{1: 2, 3}", "line 1, column 9: expected : between a key and its value"],
    ["{1, 2: 3}", "line 1, column 6: expected , or }"],
    ["{[1]}", "line 1, column 2: a list, dict or set cannot be a key"],
    ["{1: 'a', True: 'b'}", "line 1, column 10: this key or member equals an earlier one"],
    ["{1, 1.0}", "line 1, column 5: this key or member equals an earlier one"],
    ["set([1])", "set() takes no argument here"],
    ["frozenset([1])", "frozenset() takes a set"],
    ["constructor", "constructor is not a literal"],
    ["float('constructor')", "float() takes"],
    ["[".repeat(200), "nested more than 100 deep"],
  ])("refuses %j and names the place", (text, problem) => {
    expect(() => parseLiteral(text)).toThrow(problem);
  });

  test("fails on any text with a SyntaxError that names a position, and with nothing else", () => {
    const crumbs = fc.constantFrom(
      "[",
      "]",
      "{",
      "}",
      "(",
      ")",
      ",",
      ":",
      "'",
      '"',
      "\\",
      "b",
      "r",
      "1",
      ".",
      "e",
      "-",
      "set",
      "float",
      "\n",
      " ",
    );
    fc.assert(
      fc.property(fc.string({ unit: crumbs }), (text) => {
        try {
          parseLiteral(text);
        } catch (error) {
          expect(error).toBeInstanceOf(SyntaxError);
          expect(String(error)).toMatch(/at line \d+, column \d+: /);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
