/** Halves of characters are written out; everything else stays as it is. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { wellFormed, wellFormedJson } from "../../src/ground/well-formed.ts";
import { faultsIn } from "../support/faults-in.ts";

const unit = fc.oneof(
  fc.constantFrom("\\", "u", '"', "\n", "\ud83d", "\ude00"),
  fc.nat(0xffff).map((code) => String.fromCharCode(code)),
);
const text = fc.string({ unit });

it("written as JSON, every text, and every name of a field, is what it is when its halves are written out", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { maxLength: 4 }), (fields) => {
      const value = fields.map(([name, field]) => ({ [name]: field }));
      const read: unknown = JSON.parse(wellFormedJson(value));
      expect(read).toEqual(fields.map(([name, field]) => ({ [wellFormed(name)]: wellFormed(field) })));
      expect(faultsIn(read)).toEqual([]);
    }),
  );
});
