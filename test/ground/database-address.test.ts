/** Which texts are taken for a database's address, and what is told of one that cannot be had. */
import { expect, test } from "vitest";
import { databaseFault, isDatabaseUrl } from "../../src/ground/database-address.ts";

test.each([
  ["postgres://user:pass%25word@host:5432/episodes", true],
  ["postgresql:///episodes?host=/run/postgresql", true],
  ["postgres://user:pass%word@host/episodes", false],
  ["postgres://us%er:word@host/episodes", false],
  ["postgres://user:%FF@host/episodes", false],
  ["postgres://user:word@host/", false],
  ["mysql://user:word@host/episodes", false],
])("%s: %s", (text, isOne) => {
  expect(isDatabaseUrl(text)).toBe(isOne);
});

test.each(["28P01", "28000"])("a database that lets nobody in with code %s is quoted without the user", (code) => {
  const error = Object.assign(new Error('password authentication failed for user "somebody"'), { code });
  expect(databaseFault(error)).toContain(code);
  expect(databaseFault(error)).not.toContain("somebody");
});

test("of other faults the words are told, or the code where there are none", () => {
  expect(databaseFault(Object.assign(new Error("the disk is full"), { code: "53100" }))).toBe("the disk is full");
  expect(databaseFault(Object.assign(new Error(""), { code: "ECONNREFUSED" }))).toBe("ECONNREFUSED");
});
