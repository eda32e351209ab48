/** Which lines of a Python text begin inside a string, and that re-indenting around them changes no string's value. */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { indentBlock } from "../../src/environment/indentation.ts";
import { pythonPack } from "../../src/languages/python/python.ts";
import { openPythonSandbox } from "../../src/sandbox/python/python-sandbox.ts";
import type { Outcome, Sandbox } from "../../src/sandbox/sandbox.ts";
import { linesInsideStrings } from "../../src/tasks/string-lines.ts";

const { indentation } = pythonPack;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openPythonSandbox({ workers: 1 });
});
afterAll(() => sandbox.close());

async function inside(...lines: readonly string[]): Promise<readonly number[] | null> {
  const found = await linesInsideStrings(`${lines.join("\n")}\n`, { indentation, sandbox });
  return found && [...found];
}

describe("the lines that begin inside a string", () => {
  test.each<[readonly string[], readonly number[]]>([
    [
      ["x = '''a", "b", "c'''", "d"],
      [2, 3],
    ],
    [["x = '''a''' + \"\"\"b", 'c"""', "d"], [2]],
    [["# '''", "a"], []],
    [["x = '#' + \"'''\"", "a"], []],
    [
      ["x = '''\\'''", "b", "'''", "c"],
      [2, 3],
    ],
    [["x = 'it\\'s' '''", "b'''", "c"], [2]],
    [["x = 'a\\", "b'", "c"], [2]],
    [["x = rb'''\\''''", "a"], []],
    [["x = f'''{\"'''\"}'''", "a"], []],
    [
      ["x = f'''{", "y = }", "'''", "a"],
      [2, 3],
    ],
    [["x = f'{f\"{1}\"}'", "a"], []],
    [["x = t'''{1}", "b'''", "a"], [2]],
    [["x = 1 + \\", "2", "y = (", "3)"], []],
    [["x = '\u{1F600}\u2028'", "'''a", "b'''"], [3]],
  ])("of %j are %j", async (lines, expected) => {
    expect(await inside(...lines)).toEqual(expected);
  });

  test("are not known where the text cannot be read as tokens", async () => {
    expect(await inside("x = '''never closed", "a")).toBeNull();
    expect(await inside("x = 'never closed", "a")).toBeNull();
  });
});

const TREE_OF = `
import ast

def tree_of(text):
    return ast.dump(ast.parse(text))

def body_of(text):
    return ast.dump(ast.Module(ast.parse(text).body[0].body, []))
`;

async function ask(...calls: readonly string[]): Promise<readonly Outcome[]> {
  const batch = { code: TREE_OF, calls: calls.map((source) => ({ source, seed: 0 })) };
  return (await sandbox.run(batch)).outcomes;
}

const QUOTES = ["'", '"', "'''", '"""'];
const CONTENTS = [
  "a",
  " ",
  "\t",
  "\\\n",
  "\n",
  "\\'",
  '\\"',
  "\\\\",
  "#",
  "'''",
  '"""',
  "'",
  '"',
  "{x}",
  "{",
  "}",
  "é",
];

test("a block moved deeper around them keeps its syntax tree, whatever strings it holds", async () => {
  const string = fc
    .tuple(
      fc.constantFrom("", "r", "b", "rb", "f", "rf", "t"),
      fc.constantFrom(...QUOTES),
      fc.array(fc.constantFrom(...CONTENTS), { maxLength: 5 }),
    )
    .map(([prefix, quote, contents]) => `${prefix}${quote}${contents.join("")}${quote}`);
  const statement = fc.array(string, { minLength: 1, maxLength: 2 }).map((strings) => `y = [${strings.join(",\n")}]`);
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(statement, { minLength: 1, maxLength: 3 }), async (statements) => {
      const block = statements.join("\n").split("\n");
      const whole = (lines: readonly string[]) => `def f():\n${lines.join("\n")}\n`;
      const found = await linesInsideStrings(whole(indentBlock(block, "    ")), { indentation, sandbox });
      if (found === null) return;
      const untouched = new Set([...found].map((number) => number - 2));
      const moved = whole(indentBlock(block, "    ", untouched));
      const [before, after] = await ask(
        `tree_of(${JSON.stringify(block.join("\n"))})`,
        `body_of(${JSON.stringify(moved)})`,
      );
      if (before?.kind !== "value" || after?.kind !== "value") return;
      compared += 1;
      const text = (value: typeof before.value) =>
        value.type === "str" ? value.value.replace("type_ignores=[]", "") : "";
      expect(text(after.value)).toBe(text(before.value));
    }),
    { numRuns: 300 },
  );
  expect(compared).toBeGreaterThan(30);
});
