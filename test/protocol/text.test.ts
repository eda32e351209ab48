import fc from "fast-check";
import { expect, test } from "vitest";
import { beginningOf, countOf } from "../../src/protocol/protocol.ts";

test("one is counted in the singular, everything else in the plural", () => {
  expect([0, 1, 2].map((count) => countOf(count, "episode"))).toEqual(["0 episodes", "1 episode", "2 episodes"]);
});

test("the beginning of a text is no longer than asked for and ends in no half character", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 20 }), fc.nat(25), (text, length) => {
      const beginning = beginningOf(text, length);
      expect(text.startsWith(beginning)).toBe(true);
      expect(beginning.length).toBeLessThanOrEqual(length);
      expect(beginning.isWellFormed()).toBe(true);
      expect(beginning.length).toBeGreaterThanOrEqual(Math.min(text.length, length - 1));
    }),
  );
  expect(beginningOf("a🙂b", 2)).toBe("a");
});
