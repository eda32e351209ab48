import fc from "fast-check";
import { expect, test } from "vitest";
import { CappedBytes } from "../../../src/sandbox/python/host-state.ts";

test("what a guest writes is kept up to the cap, byte for byte, and it is told when something did not fit", () => {
  fc.assert(
    fc.property(fc.nat(40), fc.array(fc.uint8Array({ maxLength: 20 }), { maxLength: 6 }), (limit, writes) => {
      const channel = new CappedBytes(limit);
      let length = 0;
      for (const bytes of writes) {
        length += bytes.length;
        const before = length - bytes.length;
        expect(channel.append(bytes)).toBe(bytes.length === 0 || Math.max(before, length) <= limit);
      }
      expect(Buffer.from(channel.take())).toEqual(Buffer.concat(writes).subarray(0, limit));
    }),
  );
});
