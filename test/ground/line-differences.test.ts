import fc from "fast-check";
import { expect, it } from "vitest";
import { diffLines, nearChanges } from "../../src/ground/line-differences.ts";

const text = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 25 });

it("gives the old lines without the added ones, and the new lines without the removed ones", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const diff = diffLines(before, after);
      expect(diff.filter(({ kind }) => kind !== "added").map((line) => line.text)).toEqual(before);
      expect(diff.filter(({ kind }) => kind !== "removed").map((line) => line.text)).toEqual(after);
      expect(diff.flatMap((line) => line.before ?? [])).toEqual(before.map((_, at) => at + 1));
      expect(diff.flatMap((line) => line.after ?? [])).toEqual(after.map((_, at) => at + 1));
    }),
  );
});

it("removes and adds no line that both texts have in the same order", () => {
  const changed = diffLines(["a", "b", "c", "d"], ["a", "x", "c", "y", "d"]).filter(({ kind }) => kind !== "same");
  expect(changed.map(({ kind, text: line }) => `${kind} ${line}`)).toEqual(["removed b", "added x", "added y"]);
});

it("shows changes with the lines around them and a gap for the rest", () => {
  const lines = [..."abcdefgh"];
  const shown = nearChanges(diffLines(lines, [..."abcdXfgh"]), 1);
  expect(shown.map((line) => line?.text ?? null)).toEqual([null, "d", "e", "X", "f", null]);
});

it("takes a middle for wholly replaced that differs in more places than anybody would read", () => {
  const [before, after] = ["old", "new"].map((word) => [
    "head",
    ...Array.from({ length: 3_000 }, (_, at) => (at % 2 === 0 ? "both" : `${word} ${at}`)),
    "tail",
  ]);
  const kinds = diffLines(before ?? [], after ?? []).map(({ kind }) => kind);
  // The first and the last line of the middle are in both, too.
  expect([kinds.indexOf("removed"), kinds.lastIndexOf("removed") + 1]).toEqual([2, kinds.indexOf("added")]);
  expect(kinds.slice(-2)).toEqual(["added", "same"]);
});
