/** The list of tokens that an operator writes, and what each of them opens. */
import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ACCESS_RIGHTS } from "../../../src/protocol/protocol.ts";
import { AccessTokens, isAccessTokenList } from "../../../src/server/access/access-tokens.ts";
import { readSettings } from "../../../src/server/settings.ts";

const letters = [..."abcXYZ0189-._~"];
const someToken = fc.string({ unit: fc.constantFrom(...letters), minLength: 16, maxLength: 256 });
const someRights = fc.constantFrom("play", "read", "play+read", "read+play");
const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

test("whatever list is written, each token opens its own rights, by itself or by its hash, and no other opens any", () => {
  const entries = fc.uniqueArray(fc.record({ token: someToken, rights: someRights, isHashed: fc.boolean() }), {
    minLength: 1,
    maxLength: 6,
    selector: ({ token }) => token,
  });
  fc.assert(
    fc.property(entries, someToken, (given, other) => {
      const written = given.map(
        ({ token, rights, isHashed }) => `${rights}:${isHashed ? `sha256:${hashOf(token)}` : token}`,
      );
      const list = written.join(" , ");
      expect(isAccessTokenList(list)).toBe(true);
      const tokens = new AccessTokens(list);
      for (const { token, rights } of given) {
        const names = rights.split("+");
        expect([...(tokens.find(token)?.rights ?? [])]).toEqual(ACCESS_RIGHTS.filter((right) => names.includes(right)));
      }
      if (given.every(({ token }) => token !== other)) expect(tokens.find(other)).toBeNull();
      // The hash that stands in the setting opens nothing.
      expect(tokens.find(hashOf(given[0]?.token ?? ""))).toBeNull();
    }),
  );
});

describe("a list is refused", () => {
  const SECRET = "a-secret-of-the-operator";
  test.each([
    ["without a right", SECRET],
    ["with a right that there is not", `write:${SECRET}`],
    ["with a right twice", `play+play:${SECRET}`],
    ["with a token that is too short", "play:fifteen-letters"],
    ["with a token that cannot stand in a subprotocol", `play:${SECRET}=`],
    ["with a hash that is too short", "play:sha256:abc"],
    ["with a token twice", `play:${SECRET},read:${SECRET}`],
    ["with a token and its hash", `play:${SECRET},read:sha256:${hashOf(SECRET)}`],
    ["with nothing between two commas", `play:${SECRET},,read:${SECRET}2`],
  ])("%s, and the start is, without a word of what was written", (_what, list) => {
    expect(isAccessTokenList(list)).toBe(false);
    const start = () => readSettings({ TRACEFIX_TOKENS: list });
    expect(start).toThrow("TRACEFIX_TOKENS is not valid; it must be: tokens that the server asks for");
    expect(start).not.toThrow(SECRET);
  });
});

test("without a list nobody needs a token", () => {
  expect(new AccessTokens().areRequired).toBe(false);
  expect(readSettings({}).TRACEFIX_TOKENS).toBeUndefined();
  expect(readSettings({ TRACEFIX_TOKENS: "" }).TRACEFIX_TOKENS).toBeUndefined();
});

test("a list of blanks starts no server that asks for nothing", () => {
  expect(() => readSettings({ TRACEFIX_TOKENS: " " })).toThrow("TRACEFIX_TOKENS is blank");
});
