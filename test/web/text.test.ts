import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toCsv } from "../../web/src/logic/csv.ts";
import { diffRows } from "../../web/src/logic/diff.ts";
import { formatPlain, formatSigned } from "../../web/src/logic/format.ts";
import { indexLines } from "../../web/src/logic/line-index.ts";
import { sameTokens, tokenizeLines } from "../../web/src/logic/tokens.ts";

const lines = fc.array(fc.constantFrom("", "a", "b", "if a:", "    return b"), { maxLength: 10 });

describe("a diff", () => {
  it("holds both texts, whole and in order", () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const rows = diffRows(before, after);
        expect(rows.filter(({ kind }) => kind !== "added").map(({ text }) => text)).toEqual(before);
        expect(rows.filter(({ kind }) => kind !== "removed").map(({ text }) => text)).toEqual(after);
        expect(rows.flatMap((row) => row.before ?? [])).toEqual(before.map((_, at) => at + 1));
        expect(rows.flatMap((row) => row.after ?? [])).toEqual(after.map((_, at) => at + 1));
      }),
    );
  });

  it("marks the part of a line that differs", () => {
    const [removed, added] = diffRows(["if a == 1:"], ["if a == 20:"]);
    expect(removed?.changed).toEqual([8, 9]);
    expect(added?.changed).toEqual([8, 10]);
  });
});

describe("Python's words", () => {
  it("make up the very text, whatever it is", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" }), { maxLength: 6 }), (texts) => {
        const shown = tokenizeLines(texts).map((tokens) => tokens.map(({ text }) => text).join(""));
        expect(shown).toEqual(texts);
      }),
    );
  });

  it("know a string of three quotes that goes on over lines", () => {
    const kinds = tokenizeLines(['x = """one', "def two", 'three""" + y']).map((tokens) =>
      tokens.map(({ kind }) => kind),
    );
    expect(kinds).toEqual([["plain", "string"], ["string"], ["string", "plain"]]);
  });

  it("tell keywords, definitions, numbers and comments apart", () => {
    const [tokens] = tokenizeLines(["def f(): return 1  # it"]);
    expect(tokens?.filter(({ kind }) => kind !== "plain")).toEqual([
      { kind: "keyword", text: "def" },
      { kind: "definition", text: "f" },
      { kind: "keyword", text: "return" },
      { kind: "number", text: "1" },
      { kind: "comment", text: "# it" },
    ]);
  });
});

describe("two lines' words", () => {
  it("are the same where kinds and texts are, and not where a string begins or one has more", () => {
    const [first = [], again = [], other = [], longer = []] = tokenizeLines(["x = 1", "x = 1", "x = '1'", "x = 1 + y"]);
    expect(sameTokens(first, again)).toBe(true);
    expect(sameTokens(first, other)).toBe(false);
    expect(sameTokens(first, longer)).toBe(false);
  });
});

describe("numbers", () => {
  it("carry a real minus sign, and none where they round to nothing", () => {
    expect([formatSigned(0.02), formatSigned(-0.001), formatSigned(-0.0001), formatPlain(-1.5, 1)]).toEqual([
      "+0.020",
      "−0.001",
      "0.000",
      "−1.5",
    ]);
  });
});

describe("a table as CSV", () => {
  it("quotes what must be, and lets no text become a formula", () => {
    expect(
      toCsv(
        ["a", "b"],
        [
          ['x"y,z', "=1+1"],
          [null, 2],
        ],
      ),
    ).toBe('a,b\r\n"x""y,z",\'=1+1\r\n,2\r\n');
  });

  it("holds no text that a spreadsheet would take for a formula", () => {
    for (const first of "=+-@\t\r") expect(toCsv([`${first}SUM(A1)`], [])).toMatch(/^"?'/);
    expect(toCsv(["a=b", "1-1"], [[-1]])).toBe("a=b,1-1\r\n-1\r\n");
  });
});

describe("the lines of a large file", () => {
  it("are found at their places, however the bytes are cut", async () => {
    const arbitrary = fc.array(fc.constantFrom("{}", "", "é", '{"a":1}'), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(arbitrary, fc.integer({ min: 1, max: 7 }), async (texts, size) => {
        const bytes = new TextEncoder().encode(texts.join("\n"));
        const found = [];
        for await (const line of indexLines(cut(bytes, size))) found.push(line);
        expect(found.map(({ text }) => text)).toEqual(texts.filter((text) => text !== ""));
        for (const { from, to, text } of found) expect(new TextDecoder().decode(bytes.slice(from, to))).toBe(text);
      }),
    );
  });
});

async function* cut(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}
