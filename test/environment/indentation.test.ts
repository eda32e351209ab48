/** Re-indenting: which blocks are shifted, by how much, and what is never touched. */
import { describe, expect, test } from "vitest";
import { indentBlock, likelyIndents, nameIndent } from "../../src/environment/indentation.ts";

const LINES = [
  "def f(xs):",
  "    total = 0",
  "    for x in xs:",
  "        total += x",
  "",
  "    return total",
  "",
  "def g():",
  "\tpass",
];

function indents(start: number, end: number, block: readonly string[]): readonly string[] {
  return likelyIndents(LINES, { start, end, block: "" }, block);
}

describe("a block that came flush left", () => {
  test("is meant as deep as the first line it replaces", () => {
    expect(indents(4, 4, ["total -= x"])).toEqual(["        "]);
    expect(indents(5, 6, ["return 0"])).toEqual(["    "]);
    expect(indents(9, 9, ["return 1"])).toEqual(["\t"]);
  });

  test("is meant as deep as the line it is inserted before, or else as the one after which it comes", () => {
    expect(indents(4, 3, ["print(x)"])).toEqual(["        ", "    "]);
    expect(indents(5, 4, ["print(x)"])).toEqual(["    ", "        "]);
    expect(indents(7, 6, ["print(x)"])).toEqual(["    "]);
    expect(indents(10, 9, ["print(x)"])).toEqual(["\t"]);
  });

  test("stays where lines without indentation are replaced", () => {
    expect(indents(1, 9, ["def f(xs):", "    return 0"])).toEqual([]);
  });

  test("keeps its own shape, and its empty lines empty", () => {
    const meant = indentBlock(["for x in xs:", "", "  total += x"], "    ");
    expect(meant).toEqual(["    for x in xs:", "", "      total += x"]);
  });

  test("keeps the lines inside its strings as they are", () => {
    const meant = indentBlock(['text = """a', "b", '""" + "c"', "d = 1"], "    ", new Set([1, 2]));
    expect(meant).toEqual(['    text = """a', "b", '""" + "c"', "    d = 1"]);
  });
});

test("a block with any indentation of its own on its first line is left alone", () => {
  expect(indents(4, 4, ["  total -= x"])).toEqual([]);
  expect(indents(4, 4, ["", "\ttotal -= x"])).toEqual([]);
});

test("a block of blank lines, or none, is left alone", () => {
  expect(indents(4, 4, [])).toEqual([]);
  expect(indents(4, 4, ["", "  "])).toEqual([]);
});

test("an indent is named in spaces, or quoted if it has tabs", () => {
  expect([nameIndent(" "), nameIndent("    "), nameIndent("\t ")]).toEqual(["1 space", "4 spaces", '"\\t "']);
});
