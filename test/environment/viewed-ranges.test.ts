/** Lines that were shown are known as sets of lines are, in however many looks. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { addRange } from "../../src/environment/viewed-ranges.ts";
import type { LineRange } from "../../src/words/lines.ts";

const range = fc
  .record({ first: fc.integer({ min: 1, max: 30 }), length: fc.integer({ min: 1, max: 8 }) })
  .map(({ first, length }) => ({ first, last: first + length - 1 }));

const linesOf = ({ first, last }: LineRange) => Array.from({ length: last - first + 1 }, (_, at) => first + at);

test("ranges are the lines that were shown, in order, and none touches another", () => {
  fc.assert(
    fc.property(fc.array(range, { maxLength: 12 }), (shown) => {
      const known = shown.reduce<readonly LineRange[]>(addRange, []);
      const lines = [...new Set(shown.flatMap(linesOf))].sort((a, b) => a - b);
      expect(known.flatMap(linesOf)).toEqual(lines);
      for (const [at, { first }] of known.entries()) expect(first).toBeGreaterThan((known[at - 1]?.last ?? -1) + 1);
    }),
  );
});
