/** Shares of a list: each machine has its own, and together they have all. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { itemsOfShard, readShard } from "../../../src/tasks/validation/shard.ts";

test("a share is written as its number and how many there are", () => {
  expect(readShard("2/8")).toEqual({ number: 2, of: 8 });
  for (const text of ["0/8", "9/8", "2", "2/", "/8", "a/b", "1.5/2", "-1/2", "2/8 "])
    expect(readShard(text)).toBeNull();
});

test("the shares of any list are disjoint, complete, in its order and of nearly one size", () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 20 }), (numbers, of) => {
      const items = numbers.map((number, place) => ({ number, place }));
      const shares = Array.from({ length: of }, (_, index) => itemsOfShard(items, { number: index + 1, of }));
      expect(shares.flat().toSorted((one, other) => one.place - other.place)).toEqual(items);
      const sizes = shares.map(({ length }) => length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      for (const share of shares) expect(share).toEqual(share.toSorted((one, other) => one.place - other.place));
    }),
  );
});
