/** What a policy is told of an edit after which the file would not parse. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blockFaults } from "../../src/environment/actions/block-faults.ts";
import { describeRefusedEdit } from "../../src/environment/actions/refused-edit.ts";
import { spliceLines } from "../../src/environment/document.ts";
import { pythonPack } from "../../src/languages/python/python.ts";
import type { SyntaxProblem } from "../../src/sandbox/sandbox.ts";

const FILE = [
  "def total(numbers):",
  '    """The sum."""',
  "    total = 0",
  "    for number in numbers:",
  "        if number > 0:",
  "            total += number",
  "    return total",
  "",
  "print(total([1]))",
];

interface Told {
  readonly start: number;
  readonly end: number;
  readonly block: readonly string[];
  readonly problem?: Partial<SyntaxProblem>;
  readonly file?: readonly string[];
}

function told({ start, end, block, problem, file = FILE }: Told): readonly string[] {
  const edit = { start, end, block: block.join("\n") };
  const after = spliceLines(file, edit, block);
  const whole = { type: "SyntaxError", message: "invalid syntax", line: start, column: 1, ...problem };
  const place = { path: "solution.py", entry: null };
  const refused = { edit, block, problem: whole, language: pythonPack, before: file, after, ...place };
  return describeRefusedEdit(refused).split("\n");
}

/** The lines under the heading. */
function shown(what: Told): readonly string[] {
  const lines = told(what);
  return lines.slice(lines.indexOf("As it would have stood:") + 1);
}

describe("the place is shown as it would have stood, numbered", () => {
  test("with three lines either side of the edit", () => {
    expect(shown({ start: 5, end: 5, block: ["        if number >"] })).toEqual([
      '2 |     """The sum."""',
      "3 |     total = 0",
      "4 |     for number in numbers:",
      "5 |         if number >",
      "6 |             total += number",
      "7 |     return total",
      "8 | ",
    ]);
  });

  test("with three lines either side of the problem, where that is elsewhere", () => {
    const file = Array.from({ length: 40 }, (_, at) => `line ${at + 1}`);
    expect(shown({ start: 5, end: 5, block: ["("], problem: { line: 30 }, file })).toEqual([
      ...[" 2 | line 2", " 3 | line 3", " 4 | line 4", " 5 | (", " 6 | line 6", " 7 | line 7", " 8 | line 8"],
      "…",
      ...[27, 28, 29, 30, 31, 32, 33].map((line) => `${line} | line ${line}`),
    ]);
  });

  test("around a deletion, three lines before and three after", () => {
    expect(shown({ start: 5, end: 6, block: [], problem: { line: 5 } })).toEqual([
      '2 |     """The sum."""',
      "3 |     total = 0",
      "4 |     for number in numbers:",
      "5 |     return total",
      "6 | ",
      "7 | print(total([1]))",
    ]);
  });

  test("of a long block, where it begins, fails and ends", () => {
    const block = Array.from({ length: 100 }, (_, at) => `x${at}`);
    const lines = shown({ start: 3, end: 3, block, problem: { line: 52 } });
    expect(lines.filter((line) => line === "…")).toHaveLength(2);
    expect(lines).toHaveLength(2 + 6 + 7 + 7);
    expect(lines).toContain(" 52 | x49");
    expect(lines.at(-1)).toBe("105 |         if number > 0:".replace("if number > 0:", "    total += number"));
  });

  test("whatever the edit and wherever the problem, shortly and within the file", () => {
    const edits = fc
      .record({
        count: fc.nat(60),
        start: fc.nat(60),
        length: fc.nat(60),
        block: fc.nat(60),
        line: fc.option(fc.nat(130)),
      })
      .map(({ count, start, length, block, line }) => {
        const first = Math.min(start, count) + 1;
        const file = Array.from({ length: count }, () => "y".repeat(500));
        return {
          start: first,
          end: Math.min(first - 1 + length, count),
          block: Array(block).fill("b"),
          problem: { line },
          file,
        };
      });
    const property = fc.property(edits, (edit) => {
      const lines = told(edit);
      expect(lines.join("\n").length).toBeLessThan(8_000);
      const after = edit.file.length - (edit.end - edit.start + 1) + edit.block.length;
      for (const line of lines) expect(Number(/^ *(\d+) \|/.exec(line)?.[1] ?? 1)).toBeLessThanOrEqual(after);
    });
    fc.assert(property, { seed: 20_260_913 });
  });
});

describe("what slipped into the block is named, and how to mend it", () => {
  const named = (...block: string[]) => blockFaults(block, pythonPack.strings).join("\n");

  test.each([
    [["19 |             self.items.pop()"], '"19 | "'],
    [[" 9 | if x:", "10 |     y", "", "11 | z"], '" 9 | "'],
    [["5| x = 1", "6| y ="], '"5| "'],
    [["5: x = 1", "6: return x"], '"5: "'],
    [["     5\tx = 1", "     6\ty ="], "5\\t"],
    [["5 | x", "    y", "6 | z"], '"5 | "'],
    [["10 |         if x:", "            return -1", "        return ("], '"10 | "'],
    [["        if x:", "            return -1", "12 |         return ("], '"12 | "'],
    [["5→x = 1", "6→y ="], '"5→"'],
    [["     5→x = 1", "     6→y ="], '5→"'],
    [["10→        if x:", "            return -1", "        return ("], '"10→ "'],
    [["10:         if x:", "            return -1", "        return ("], '"10: "'],
    [["10.         if x:", "            return -1", "        return ("], '"10. "'],
    [["10\tif x:", "            return -1", "        return ("], "10\\t"],
    [["5. x = 1", "6. y ="], '"5. "'],
    [["L5: x = 1", "L6: y ="], '"L5: "'],
    [["L10:         if x:", "            return -1", "        return ("], '"L10: "'],
    [["Line 5: x = 1", "Line 6: y ="], '"Line 5: "'],
  ])("a copied gutter: %j", (block, quoted) => {
    expect(named(...block)).toContain(`begin with line numbers (`);
    expect(named(...block)).toContain(quoted);
    expect(named(...block)).toContain("leave them out");
  });

  test.each([["```python"], ["```"], ["  ~~~"]])("a code fence: %s", (fence) => {
    expect(named(fence, "x = 1", "```")).toBe(
      `It holds a code fence (${JSON.stringify(fence.trim())}): send the code alone, without the fence.`,
    );
  });

  test.each([
    "total = 0\\n    return total",
    'print("a")\\nprint("b")',
    "x = 'it'  # note\\n    y = 1",
    '"""text\n""" + x\\ny',
  ])("a literal \\n: %s", (block) => {
    expect(named(...block.split("\n"))).toBe(
      'It holds a literal \\n, a backslash and a character, outside of a string: send real line ends, in JSON "\\n" and not "\\\\n".',
    );
  });

  test.each([
    ['print(\\"a\\")', "quotation marks"],
    ["\\tx = 1", "tabs"],
  ])("another literal escape: %s", (block, meant) => {
    expect(named(block)).toContain(`send real ${meant}.`);
  });

  test.each([[["@@ -1,2 +1,2 @@", " x"]], [["+    x = 1", "-    y = 2"]], [["<<<<<<< HEAD", "x", "=======", "y"]]])(
    "the marks of a diff: %j",
    (block) => {
      expect(named(...block)).toContain("the marks of a diff");
    },
  );

  test.each([
    [['1: "a",', '2: "b",', "x"]],
    [["x = 1 | 2", "y = x |"]],
    [["x = (", "    1 |", "    y", "    | 3"]],
    [["5.5, 6.5", "7. * x"]],
    [["L5 = 1", "L6 ="]],
    [["list: int = 3", "line = 4 +"]],
    [["print('a\\n'", "s = 'it\\'s' +"]],
    [['s = """```', '"""', "x ="].slice(1)],
    [["-1 + (", "+2"]],
    [["x = 1 + \\", "    2 +"]],
    [[]],
  ])("and nothing where it looks like code: %j", (block) => {
    expect(blockFaults(block, pythonPack.strings)).toEqual([]);
  });

  test("whatever the block, without searching it again and again", () => {
    const hostile = `x = ${'"\\'.repeat(30_000)}`;
    expect(blockFaults([hostile, '"""', "'''", "9".repeat(60_000)], pythonPack.strings)).toEqual([
      expect.stringContaining('literal \\"'),
    ]);
  });

  test("another depth, where that is what Python complains of", () => {
    const problem = { type: "IndentationError", message: "unexpected indent" };
    expect(told({ start: 6, end: 6, block: ["        total += number"], problem })).toContain(
      "The block's first line is indented by 8 spaces; the first line that it would replace by 12 spaces.",
    );
    expect(told({ start: 6, end: 6, block: ["        total += number"] }).join("\n")).not.toContain("indented by");
  });
});
