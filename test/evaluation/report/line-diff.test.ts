import fc from "fast-check";
import { expect, it } from "vitest";
import { diffLines, withContext } from "../../../src/evaluation/report/line-diff.ts";

const text = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 25 });

it("gives the old lines without the added ones, and the new lines without the removed ones", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const diff = diffLines(before, after);
      expect(diff.filter(({ kind }) => kind !== "added").map((line) => line.text)).toEqual(before);
      expect(diff.filter(({ kind }) => kind !== "removed").map((line) => line.text)).toEqual(after);
    }),
  );
});

it("removes and adds no line that both texts have in the same order", () => {
  const changed = diffLines(["a", "b", "c", "d"], ["a", "x", "c", "y", "d"]).filter(({ kind }) => kind !== "same");
  expect(changed.map(({ kind, text: line }) => `${kind} ${line}`)).toEqual(["removed b", "added x", "added y"]);
});

it("shows changes with the lines around them and a gap for the rest", () => {
  const lines = [..."abcdefgh"];
  const shown = withContext(diffLines(lines, [..."abcdXfgh"]), 1);
  expect(shown.map((line) => line?.text ?? null)).toEqual([null, "d", "e", "X", "f", null]);
});
