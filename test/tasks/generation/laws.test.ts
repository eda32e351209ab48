/** The laws that the mutants of every operator keep, on the programs that there are. */
import { parser } from "@lezer/python";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPythonSandbox } from "../../../src/sandbox/python/python-sandbox.ts";
import type { Sandbox } from "../../../src/sandbox/sandbox.ts";
import { MUTATION_OPERATORS } from "../../../src/tasks/generation/operators.ts";
import { isValidMutant, parseProgram } from "../../../src/tasks/generation/parsed-program.ts";
import type { SourceEdit } from "../../../src/tasks/mutants/splice.ts";
import { spliceEdits } from "../../../src/tasks/mutants/splice.ts";
import { runTests } from "../../../src/tasks/run-tests.ts";
import { samplesOf } from "../../support/sample.ts";
import { oneFile } from "../../support/source.ts";
import { corpusTexts, type ProgramText, solutionTexts } from "./support/program-texts.ts";

const SOLUTIONS = solutionTexts();
/** What the parser reads whole, as it does every solution; of some texts of the corpus, such as `match` over several patterns, it does not. */
const CORPUS = corpusTexts().filter(({ text }) => readText(text).isValid);
/** Of either kind others each time, so that none is left out for long. */
const PROGRAMS = [...drawn(SOLUTIONS, { few: 16, all: 36 }), ...drawn(CORPUS, { few: 8, all: 24 })];

function drawn<Item>(items: readonly Item[], count: { few: number; all: number }): readonly Item[] {
  return samplesOf({ ...count, of: items.length }).flatMap((place) => items[place] ?? []);
}

interface Mutant {
  readonly operator: string;
  readonly edits: readonly SourceEdit[];
  readonly text: string;
}

function mutantsOf({ text }: Pick<ProgramText, "text">): readonly Mutant[] {
  const program = parseProgram(text);
  return MUTATION_OPERATORS.flatMap(({ name, mutants }) =>
    [...mutants(program)].map((edits) => ({ operator: name, edits, text: spliceEdits(text, edits) })),
  );
}

test("every solution is read whole by the parser", () => {
  expect(SOLUTIONS.filter(({ text }) => !readText(text).isValid).map(({ name }) => name)).toEqual([]);
});

describe.each(PROGRAMS)("the mutants of $name", ({ text }) => {
  const mutants = mutantsOf({ text });

  test("parse, and have no comment and no string that the original has not, unless a string is what changed", () => {
    const known = readText(text).written;
    const odd = mutants.flatMap((mutant) => {
      const { isValid, written } = readText(mutant.text);
      const added = mutant.operator === "str-const" ? [] : [...written].filter((part) => !known.has(part));
      return isValid && added.length === 0 ? [] : [{ ...mutant, isValid, added }];
    });
    expect(odd).toEqual([]);
  });

  test("differ from the original and, those of one operator, from each other", () => {
    const texts = mutants.map((mutant) => `${mutant.operator}\n${mutant.text}`);
    expect(new Set(texts).size).toBe(texts.length);
    expect(mutants.filter((mutant) => mutant.text === text)).toEqual([]);
  });

  test("have edits in the text, in order and without overlap", () => {
    expect(mutants.filter(({ edits }) => !areInOrder(edits, text.length))).toEqual([]);
  });

  test("come in order of position", () => {
    for (const { name } of MUTATION_OPERATORS) {
      const places = mutants.filter(({ operator }) => operator === name).map(({ edits }) => edits[0]?.from ?? -1);
      expect(places).toEqual(places.toSorted((one, other) => one - other));
    }
  });

  test("are the same bytes each time", () => {
    expect(mutantsOf({ text })).toEqual(mutants);
  });
});

function areInOrder(edits: readonly SourceEdit[], length: number): boolean {
  let at = 0;
  for (const { from, to } of edits) {
    if (from < at || to < from || to > length) return false;
    at = to;
  }
  return edits.length > 0;
}

/** Whether a text parses, and its comments and strings as they are written. */
function readText(text: string): { readonly isValid: boolean; readonly written: ReadonlySet<string> } {
  const written = new Set<string>();
  let isValid = true;
  parser.parse(text).iterate({
    enter: ({ name, type, from, to }) => {
      if (type.isError) isValid = false;
      if (!/^(Comment|String|FormatString)$/.test(name)) return true;
      written.add(text.slice(from, to));
      return false;
    },
  });
  return { isValid, written };
}

describe("in the sandbox", () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await openPythonSandbox({ workers: 2 });
  });
  afterAll(() => sandbox.close());

  test.each(drawn(SOLUTIONS, { few: 9, all: 24 }))("Python itself can read the mutants of $name", async (program) => {
    const all = mutantsOf(program);
    const mutants = samplesOf({ few: 10, all: 20, of: all.length }).flatMap((place) => all[place] ?? []);
    const runs = await Promise.all(mutants.map(({ text }) => runTests(oneFile(text), [], { sandbox })));
    expect(mutants.filter((_, index) => runs[index]?.syntax !== null)).toEqual([]);
  });
});

test("of any edit of any program the quick look tells what a whole look at the text tells", () => {
  const place = fc.nat({ max: 1_000_000 });
  const pieces = fc.constantFrom(
    "",
    "(",
    ")",
    ":",
    "\n",
    "  ",
    "\n    ",
    "x",
    '"',
    "'''",
    "if ",
    "else:",
    "# ",
    "[1]",
    "\\",
  );
  fc.assert(
    fc.property(fc.constantFrom(...PROGRAMS), place, fc.nat({ max: 40 }), pieces, ({ text }, at, length, put) => {
      const from = at % text.length;
      const edits = [{ from, to: Math.min(text.length, from + length), text: put }];
      const mutated = spliceEdits(text, edits);
      expect(isValidMutant(parseProgram(text), edits, mutated)).toBe(isWhole(mutated));
    }),
    { numRuns: 300 },
  );
});

/** Whether no node has an error, those inside of strings among them. */
function isWhole(text: string): boolean {
  let valid = true;
  parser.parse(text).iterate({
    enter: ({ type }) => {
      if (type.isError) valid = false;
    },
  });
  return valid;
}

/** Pieces of Python that need not fit together. */
const PIECES = [
  ...["if a:", "elif b < 1:", "else:", "for i in range(n):", "while not a[0]:", "def f(a, b=1):", "class A:", "try:"],
  ...["return a", "x = list(a[1:])", "x, y = y, x + 1", "self.x += -1", "break", "f(a, *b, k='c')", '"""d', "é = '𝒳'"],
  ...[
    "[x for x in y if x]",
    "(a or b) and",
    ")",
    "lambda: 0",
    "# c",
    "@d",
    "match a:",
    "case 1:",
    "a if b else c",
    ",",
  ],
];

test("of any text the mutants lie in it, differ from it, and are the same each time", () => {
  const line = fc.tuple(
    fc.integer({ min: 0, max: 3 }),
    fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 3 }),
  );
  const anyText = fc
    .array(line, { maxLength: 12 })
    .map((all) => all.map(([deep, parts]) => "    ".repeat(deep) + parts.join(" ")));
  fc.assert(
    fc.property(anyText, (all) => {
      const text = all.join("\n");
      const mutants = mutantsOf({ text });
      expect(mutants.filter(({ edits }) => !areInOrder(edits, text.length))).toEqual([]);
      expect(mutants.filter((mutant) => mutant.text === text)).toEqual([]);
      expect(mutantsOf({ text })).toEqual(mutants);
    }),
    { numRuns: 200 },
  );
});
