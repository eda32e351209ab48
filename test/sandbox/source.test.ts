/** A source is its files, whatever order they came in, and is never changed. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Source } from "../../src/sandbox/source.ts";

const PAIR = new Source("main.x", [
  ["main.x", "one"],
  ["lib/part.x", "two"],
]);

const anyFiles = fc
  .uniqueArray(fc.tuple(fc.string(), fc.string({ unit: "binary" })), {
    minLength: 1,
    maxLength: 4,
    selector: ([path]) => path,
  })
  .map((files) => new Source(files[0]?.[0] ?? "", files));

describe("a source", () => {
  test("gives its executed file's text, and its files in the order of their paths", () => {
    expect(PAIR.text).toBe("one");
    expect([...PAIR.files.keys()]).toEqual(["lib/part.x", "main.x"]);
  });

  test("of one file is the case of one", () => {
    const one = Source.of("main.x", "one");
    expect([one.isOneFile, one.text, [...one.files]]).toEqual([true, "one", [["main.x", "one"]]]);
    expect(JSON.stringify({ one, PAIR })).toBe(
      '{"one":"one","PAIR":{"entry":"main.x","files":[["lib/part.x","two"],["main.x","one"]]}}',
    );
  });

  test("gives way to another where a text changes, and stays itself where none does", () => {
    const edited = PAIR.with("three");
    expect([edited.text, PAIR.text]).toEqual(["three", "one"]);
    expect(edited.files.get("lib/part.x")).toBe("two");
    expect(PAIR.with("four", "lib/part.x").files.get("lib/part.x")).toBe("four");
    expect(PAIR.with("one")).toBe(PAIR);
  });

  test("must have the file that is executed", () => {
    expect(() => new Source("none.x", PAIR.files)).toThrow("there is no file none.x in it");
  });

  test("has the key of what it holds: equal ones share it, others do not", () => {
    expect(new Source("main.x", [...PAIR.files].reverse()).key).toBe(PAIR.key);
    expect(new Source("lib/part.x", PAIR.files).key).not.toBe(PAIR.key);
    fc.assert(
      fc.property(anyFiles, anyFiles, (one, other) => {
        expect(one.key === other.key).toBe(one.equals(other));
        expect(new Source(one.entry, one.files).key).toBe(one.key);
      }),
    );
  });

  test("tells the halves of characters apart, and where one text ends from where the next begins", () => {
    const keys = ["\ud800", "\ud801", "\ufffd"].map((text) => Source.of("a", text).key);
    expect(new Set(keys).size).toBe(3);
    const parted = (a: string, b: string) =>
      new Source("a", [
        ["a", a],
        ["b", b],
      ]).key;
    expect(parted("xy", "z")).not.toBe(parted("x", "yz"));
  });

  test("goes to another thread as its files alone", () => {
    expect(structuredClone(PAIR)).toEqual({ entry: "main.x", files: new Map(PAIR.files) });
  });
});
