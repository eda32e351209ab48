import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commonCharacters, commonLines } from "../../src/ground/common-ends.ts";

const word = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 8 });

describe("what two texts have in common at their ends", () => {
  it("never overlaps, and is as long as can be", () => {
    fc.assert(
      fc.property(word, word, (before, after) => {
        const { head, tail } = commonCharacters(before, after);
        expect(after.startsWith(before.slice(0, head))).toBe(true);
        expect(after.endsWith(before.slice(before.length - tail))).toBe(true);
        const [left, right] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
        expect(left.length).toBe(before.length - head - tail);
        expect(right.length).toBe(after.length - head - tail);
        if (left === "" || right === "") return;
        expect(left[0]).not.toBe(right[0]);
        expect(left.at(-1)).not.toBe(right.at(-1));
      }),
    );
  });

  it("is the same for a list of lines", () => {
    fc.assert(
      fc.property(word, word, (before, after) => {
        expect(commonLines([...before], [...after])).toEqual(commonCharacters(before, after));
      }),
    );
  });
});
