import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { JsonError, MAX_DEPTH, MAX_PARTS, parseStrictJson } from "../../src/server/json/strict-json.ts";

describe("strict JSON", () => {
  test("is whatever JSON.stringify writes", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), fc.constantFrom(undefined, 2, "\t"), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(parseStrictJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  test("is nothing that JSON.parse refuses", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!isJson(text));
        expect(() => parseStrictJson(text)).toThrow(JsonError);
      }),
    );
  });

  test("has no key twice, wherever in it and however it is written", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { minKeys: 1 }),
        fc.nat(),
        (object, pick) => {
          const keys = Object.keys(object);
          const key = keys[pick % keys.length] ?? "";
          const escaped = [...key].map((_, at) => `\\u${key.charCodeAt(at).toString(16).padStart(4, "0")}`).join("");
          const again = key.length === [...key].length ? `"${escaped}"` : JSON.stringify(key);
          const text = `[${JSON.stringify(object).slice(0, -1)},${again}:0}]`;
          expect(() => parseStrictJson(text)).toThrow("is there twice");
        },
      ),
    );
  });

  test("may have a key once in each of many objects, and a string that looks like one", () => {
    const text = '{"a":{"a":["a","a",{"a":"a\\":"}]},"b":"a","c":"{\\"a\\":1}"}';
    expect(parseStrictJson(text)).toEqual(JSON.parse(text));
  });

  test(`is at most ${MAX_DEPTH} levels deep`, () => {
    const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
    expect(() => parseStrictJson(nested(MAX_DEPTH))).not.toThrow();
    expect(() => parseStrictJson(nested(MAX_DEPTH + 1))).toThrow("Nested deeper");
    expect(() => parseStrictJson(nested(500_000))).toThrow("Nested deeper");
  });

  test.each<[string, (count: number) => string]>([
    ["numbers", (count) => `[${Array(count).fill("1").join(",")}]`],
    [
      "lists",
      (count) =>
        `[${Array(count / 2)
          .fill("[]")
          .join(",")}]`,
    ],
    ["keys", (count) => `{${Array.from({ length: count }, (_, at) => `"${at}":1`).join(",")}}`],
  ])(`has at most ${MAX_PARTS} parts: %s`, (_, text) => {
    expect(() => parseStrictJson(text(MAX_PARTS))).not.toThrow();
    expect(() => parseStrictJson(text(MAX_PARTS + 2))).toThrow(`More than ${MAX_PARTS}`);
    // What would be expensive to parse is not parsed.
    expect(() => parseStrictJson(`${text(MAX_PARTS + 2)}}`)).toThrow(`More than ${MAX_PARTS}`);
    expect(parseStrictJson(JSON.stringify(text(MAX_PARTS + 2)))).toBe(text(MAX_PARTS + 2));
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
