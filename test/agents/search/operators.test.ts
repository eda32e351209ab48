import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { OPERATORS } from "../../../src/agents/search/operators/operators.ts";
import { parsePython } from "../../../src/agents/search/python-program.ts";
import { packageRoot } from "../../../src/ground/package-root.ts";

/** What an operator makes of a piece of code, in order. */
function changesOf(name: string, text: string): readonly string[] {
  const program = parsePython(text);
  const operator = OPERATORS.find((candidate) => candidate.name === name);
  return program.nodes
    .flatMap((node) => operator?.changes(node, program) ?? [])
    .map(({ from, to, insert }) => text.slice(0, from) + insert + text.slice(to));
}

const inFunction = (...lines: readonly string[]) => ["def f(a, b):", ...lines.map((line) => `    ${line}`)].join("\n");

describe("the operators", () => {
  it.each([
    ["ROR", "x < y", ["x <= y", "x > y"]],
    ["ROR", "x == y", ["x != y"]],
    ["ROR", "x is y", ["x is not y"]],
    ["ROR", "x is not y", ["x is y"]],
    ["ROR", "x = y", []],
    ["LCR", "x and y or z", ["x or y or z", "x and y and z"]],
    ["COD", "not x", ["x"]],
    ["COD", "x not in y", ["x in y"]],
    ["COD", "x is not y", []],
    [
      "COI",
      "if x:\n    pass\nelif y:\n    pass",
      ["if not (x):\n    pass\nelif y:\n    pass", "if x:\n    pass\nelif not (y):\n    pass"],
    ],
    ["COI", "while not x: pass", []],
    ["COI", "x in y", ["x not in y"]],
    ["COI", "for x in y: pass", []],
    ["AOR", "x + y", ["x - y"]],
    ["AOR", "x * y", ["x / y", "x // y", "x ** y"]],
    ["AOR", "-x", []],
    ["AOD", "-x", ["x"]],
    ["LOR", "x & y", ["x | y"]],
    ["ASR", "x += 1", ["x -= 1"]],
    ["CRP", "x = 1", ["x = 2", "x = 0"]],
    ["CRP", "x = 1.5", ["x = 2.5", "x = 0.5"]],
    ["CRP", "x = True", ["x = False"]],
    ["CRP", "x = 0x10", []],
    ["CRP", "x = 'a1'", []],
    ["BCR", "while x: break", ["while x: continue"]],
    ["SIR", "x[1:y:2]", ["x[:y:2]", "x[1::2]", "x[1:y:]"]],
    ["SIR", "x[1]", []],
    ["SWA", "g(x, y + 1, k=z)", ["g(y + 1, x, k=z)"]],
    ["SWA", "g(*x, y)", []],
    [
      "SVR",
      inFunction("c = a", "return g(c, key=b)"),
      [
        inFunction("c = b", "return g(c, key=b)"),
        inFunction("c = c", "return g(c, key=b)"),
        inFunction("c = a", "return g(a, key=b)"),
        inFunction("c = a", "return g(b, key=b)"),
        inFunction("c = a", "return g(c, key=a)"),
        inFunction("c = a", "return g(c, key=c)"),
      ],
    ],
    ["SVR", "x = y", []],
    [
      "RSR",
      "def f():\n    return 0",
      ["None", "True", "False", '""', "[]"].map((value) => `def f():\n    return ${value}`),
    ],
    [
      "SDL",
      inFunction("if a:", "    b = 1", "return b"),
      [
        inFunction("pass", "return b"),
        inFunction("if a:", "    pass", "return b"),
        inFunction("if a:", "    b = 1", "pass"),
      ],
    ],
    ["SSW", inFunction("a = 1", "if b:", "    a = 2"), [inFunction("if b:", "    a = 2", "a = 1")]],
    [
      "SIN",
      inFunction("a = 1", "return b"),
      [inFunction("return b", "a = 1", "return b"), inFunction("a = 1", "a = 1", "return b")],
    ],
    ["SIN", "x = 1\ny = 2", []],
  ])("%s makes of %j what its source says", (name, text, expected) => {
    expect(changesOf(name, text)).toEqual(expected);
  });

  it("stand in the order of the documented list, which was fixed before the agent was measured", () => {
    const document = readFileSync(join(packageRoot(), "docs/search-agent.md"), "utf8");
    const documented = [...document.matchAll(/^\| ([A-Z]{3}), /gm)].map(([, name]) => name);
    expect(OPERATORS.map(({ name }) => name)).toEqual(documented);
  });
});
