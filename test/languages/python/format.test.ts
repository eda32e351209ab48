import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { truncate } from "../../../src/ground/truncate.ts";
import { formatValue } from "../../../src/languages/python/format.ts";
import { parseLiteral } from "../../../src/languages/python/literal.ts";
import { anyValue } from "../../sandbox/values/arbitrary-value.ts";

describe("formatValue", () => {
  test.each([
    [1, "1.0"],
    [-0, "-0.0"],
    [0.1, "0.1"],
    [100, "100.0"],
    [123.456, "123.456"],
    [1e-4, "0.0001"],
    [1.5e-4, "0.00015"],
    [1e-5, "1e-05"],
    [1e-7, "1e-07"],
    [1.25e-100, "1.25e-100"],
    [1e15, "1000000000000000.0"],
    [1e16, "1e+16"],
    [1e22, "1e+22"],
    [123456789012345680, "1.2345678901234568e+17"],
    [Number.MAX_VALUE, "1.7976931348623157e+308"],
    [5e-324, "5e-324"],
    [Number.POSITIVE_INFINITY, "inf"],
    [Number.NEGATIVE_INFINITY, "-inf"],
    [Number.NaN, "nan"],
  ])("writes the float %d as Python does: %s", (value, text) => {
    expect(formatValue({ type: "float", value })).toBe(text);
  });

  test.each([
    ["plain", "'plain'"],
    ["it's", `"it's"`],
    [`both ' and "`, String.raw`'both \' and "'`],
    ["tab\tline\n\r\\", String.raw`'tab\tline\n\r\\'`],
    ["\0\x1b\x7f\xa0\xad", String.raw`'\x00\x1b\x7f\xa0\xad'`],
    ["é 日本 😀", "'é 日本 😀'"],
    ["\u200b\u2028\ue000", String.raw`'\u200b\u2028\ue000'`],
    ["\ud800", String.raw`'\ud800'`],
    ["\u{e0001}\u{10ffff}", String.raw`'\U000e0001\U0010ffff'`],
  ])("quotes and escapes the text %j as Python does", (value, text) => {
    expect(formatValue({ type: "str", value })).toBe(text);
  });

  test.each([
    "None",
    "[True, False, 0, -1]",
    "(1,)",
    "()",
    "{}",
    "{'a': [1, 2], 'b': (None, 1.5)}",
    "set()",
    "{1, 2}",
    "frozenset()",
    "frozenset({1})",
    String.raw`b'a\x00\xff\n\\'`,
    `b"it's"`,
    `b'"'`,
    "12345678901234567890123",
  ])("writes %s unchanged", (text) => {
    expect(formatValue(parseLiteral(text))).toBe(text);
  });

  test("shows a value of another type by its own text", () => {
    expect(formatValue({ type: "other", name: "Node", text: "<Node>" })).toBe("<Node>");
  });

  test("never shows a look-alike as what it looks like", () => {
    expect(formatValue({ type: "other", name: "Yes", text: "12" })).toBe("<Yes: 12>");
    expect(formatValue({ type: "list", items: [{ type: "other", name: "Sub", text: "[1]" }] })).toBe("[<Sub: [1]>]");
  });

  test("cuts what is longer than maxLength and says so", () => {
    expect(formatValue(parseLiteral("[1, 2, 3, 4]"), { maxLength: 8 })).toBe("[1, 2, …");
    expect(formatValue(parseLiteral("[1, 2]"), { maxLength: 6 })).toBe("[1, 2]");
  });

  test("makes the same text whether it is cut while it is made or afterwards", () => {
    fc.assert(
      fc.property(anyValue, fc.integer({ min: 1, max: 60 }), (value, maxLength) => {
        expect(formatValue(value, { maxLength })).toBe(truncate(formatValue(value), maxLength));
      }),
    );
  });

  test("writes an integer that is too long for Python's own repr in base 16", () => {
    const longest = 10n ** 4300n - 1n;
    expect(formatValue({ type: "int", value: -longest })).toBe(`-${"9".repeat(4300)}`);
    expect(formatValue({ type: "int", value: longest + 1n })).toBe(`0x${(longest + 1n).toString(16)}`);
    expect(formatValue({ type: "int", value: -1n << 100_000n })).toBe(`-0x1${"0".repeat(25_000)}`);
  });

  test("never cuts a character in two or passes the length asked for", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 1, max: 20 }), (text, maxLength) => {
        const cut = truncate(text, maxLength);
        expect(cut.length).toBeLessThanOrEqual(maxLength);
        expect(cut.isWellFormed()).toBe(text.isWellFormed());
      }),
    );
  });
});
