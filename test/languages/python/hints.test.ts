import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findHints } from "../../../src/languages/python/hints.ts";
import { oneFile } from "../../support/source.ts";

const hintsOf = (submission: string, ...known: string[]) => findHints(oneFile(submission), known.map(oneFile));
const numbers = (submission: string, ...known: string[]): readonly bigint[] => hintsOf(submission, ...known).numbers;
const texts = (submission: string, ...known: string[]): readonly string[] => hintsOf(submission, ...known).texts;

describe("numbers", () => {
  test("come with their neighbours and their negatives", () => {
    expect(numbers("if n > 500: n -= 7")).toEqual([500n, 499n, 501n, -500n, 7n, 6n, 8n, -7n]);
  });

  test.each([
    ["1_000", 1000n],
    ["0xFF", 255n],
    ["0b1010", 10n],
    ["0o17", 15n],
    ["2**31 - 1", 2n ** 31n],
    ["1 << 16", 65536n],
    ["10 ** 18", 10n ** 18n],
  ])("are read as Python writes them: %s", (written, number) => {
    expect(numbers(`limit = ${written}`)[0]).toBe(number);
  });

  test("that solution or given text name are no hints, however they are written", () => {
    expect(numbers("x = 0x10 + 3", "y = 16", "z = 4")).toEqual([3n, 2n, 4n, -3n]);
  });

  test.each(["x1 = y2", "1.5", "2e10", "a.b1", "_7"])("are not seen in %s", (source) => {
    expect(numbers(source)).toEqual([]);
  });

  test("that would be too large to be tried are passed over", () => {
    expect(numbers(`x = 9999 ** 9999 + ${"9".repeat(50)}`)).toEqual([9999n, 9998n, 10000n, -9999n]);
  });
});

describe("texts", () => {
  test("come with their characters", () => {
    expect(texts(`if word == "abc" or word == 'd': pass`)).toEqual(["abc", "a", "b", "c", "d"]);
  });

  test("are what their escapes stand for", () => {
    expect(texts(String.raw`"\t" "\\" "\"" '\'' "\x41" "\u00e9" "\U0001f600"`)).toEqual([
      "\t",
      "\\",
      '"',
      "'",
      "A",
      "é",
      "😀",
    ]);
  });

  test("that solution or given text hold are no hints", () => {
    expect(texts(`"ab" "xy"`, `"b"`, `'xy'`)).toEqual(["ab", "a"]);
  });
});

test("a long table of constants is cut short, and any text at all is read", () => {
  const table = Array.from({ length: 5000 }, (_, index) => `${index * 10}, "t${index}"`).join(", ");
  const { numbers: found, texts: words } = hintsOf(table);
  expect([found.length, words.length]).toEqual([160, 40]);
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string(), (submission, known) => {
      const hints = hintsOf(submission, known);
      expect(hints.numbers.length).toBeLessThanOrEqual(160);
      expect(hints.texts.length).toBeLessThanOrEqual(40);
      expect(hints.texts.every((text) => text.length <= 24)).toBe(true);
      expect(hintsOf(submission, submission)).toEqual({ numbers: [], texts: [] });
    }),
  );
});
