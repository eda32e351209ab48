import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hiddenSeed, listsKey } from "../../src/tasks/hidden-seed.ts";

const SECRET = "a secret of the operator's";
const seeds = fc.oneof(fc.nat(20), fc.nat(Number.MAX_SAFE_INTEGER));
/** Halves of characters too, and digits that could be taken for a seed's. */
const ids = fc.oneof(
  fc.string({ unit: "binary", minLength: 1, maxLength: 12 }),
  fc.string({ unit: fc.constantFrom("0", "1", ":", "\u0000", "\ud800", "\udc00"), minLength: 1, maxLength: 12 }),
);
const secrets = fc.string({ unit: "binary", minLength: 16, maxLength: 40 });

describe("without a secret", () => {
  test("hidden calls come from the episode's seed alone, as everybody can compute", () => {
    fc.assert(
      fc.property(seeds, ids, (seed, episodeId) => {
        expect(hiddenSeed({ seed, episodeId, secret: null })).toBe(seed);
      }),
    );
  });
});

describe("with a secret", () => {
  test("the same seed, id and secret give the same", () => {
    fc.assert(
      fc.property(seeds, ids, secrets, (seed, episodeId, secret) => {
        expect(hiddenSeed({ seed, episodeId, secret })).toBe(hiddenSeed({ seed, episodeId, secret }));
      }),
    );
  });

  test("another seed, id or secret gives another, wherever one ends and the next begins", () => {
    fc.assert(
      fc.property(fc.tuple(seeds, ids, secrets), fc.tuple(seeds, ids, secrets), (one, other) => {
        const [[seed, episodeId, secret], [seed2, episodeId2, secret2]] = [one, other];
        const isSame = seed === seed2 && episodeId === episodeId2 && secret === secret2;
        const made = hiddenSeed({ seed, episodeId, secret });
        expect(made === hiddenSeed({ seed: seed2, episodeId: episodeId2, secret: secret2 })).toBe(isSame);
        expect(made === hiddenSeed({ seed: seed2, episodeId, secret })).toBe(seed === seed2);
        expect(made === hiddenSeed({ seed, episodeId: episodeId2, secret })).toBe(episodeId === episodeId2);
        expect(made === hiddenSeed({ seed, episodeId, secret: secret2 })).toBe(secret === secret2);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    [
      { seed: 1, episodeId: "23" },
      { seed: 12, episodeId: "3" },
    ],
    [
      { seed: 1, episodeId: "\ud800" },
      { seed: 1, episodeId: "\ud801" },
    ],
    [
      { seed: 1, episodeId: "a" },
      { seed: 1, episodeId: "a\u0000" },
    ],
  ])("%j and %j are told apart", (one, other) => {
    expect(hiddenSeed({ ...one, secret: SECRET })).not.toBe(hiddenSeed({ ...other, secret: SECRET }));
  });

  test("it is no seed that a caller could ask for, and holds nothing of the secret", () => {
    fc.assert(
      fc.property(seeds, ids, secrets, (seed, episodeId, secret) => {
        expect(hiddenSeed({ seed, episodeId, secret })).toMatch(/^[0-9a-f]{64}$/);
      }),
    );
  });

  test("it is fixed: all servers with the secret agree, today's and tomorrow's", () => {
    expect(hiddenSeed({ seed: 7, episodeId: "episode", secret: SECRET })).toMatchInlineSnapshot(
      `"467515f53560e228c071a8d02c9adb20f7d53b74d5f6a6746604351a6c42af5e"`,
    );
  });
});

describe("what the lists of the search come from", () => {
  test("is nothing without a secret, and with one the same for all its episodes and for no other secret", () => {
    expect(listsKey(null)).toBeNull();
    fc.assert(
      fc.property(secrets, secrets, seeds, ids, (secret, other, seed, episodeId) => {
        expect(listsKey(secret)).toMatch(/^[\da-f]{64}$/);
        expect(listsKey(secret) === listsKey(other)).toBe(secret === other);
        expect(listsKey(secret)).not.toBe(hiddenSeed({ seed, episodeId, secret }));
      }),
    );
  });
});
