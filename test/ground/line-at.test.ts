/** Lines by places in a text: as splitting the text has it, for any text and place. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { lineAt, lineStart, lineStarts } from "../../src/ground/line-at.ts";

const text = fc.array(fc.constantFrom("a", "é", "\n", "\r\n", "😀"), { maxLength: 20 }).map((parts) => parts.join(""));

test("a place's line is the number of lines that a split of what comes before it gives, and begins where the last of them does", () => {
  fc.assert(
    fc.property(text, fc.nat(40), (whole, anywhere) => {
      const place = Math.min(anywhere, whole.length);
      const before = whole.slice(0, place).split("\n");
      expect(lineAt(whole, place)).toBe(before.length);
      expect(lineStart(whole, place)).toBe(place - (before.at(-1) ?? "").length);
      expect(lineStarts(whole)[before.length - 1]).toBe(lineStart(whole, place));
    }),
  );
});

test("a text has as many beginnings of lines as lines, its first place among them", () => {
  fc.assert(
    fc.property(text, (whole) => {
      const starts = lineStarts(whole);
      expect(starts.map((from, at) => whole.slice(from, (starts[at + 1] ?? whole.length + 1) - 1))).toEqual(
        whole.split("\n"),
      );
    }),
  );
});
