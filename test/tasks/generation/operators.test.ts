/** What each mutation operator makes, by example, and that there is an example of each. */
import { describe, expect, it, test } from "vitest";
import { MUTATION_OPERATORS } from "../../../src/tasks/generation/operators.ts";
import { ARITHMETIC_EXAMPLES } from "./examples/arithmetic.ts";
import { BRANCH_EXAMPLES } from "./examples/branches.ts";
import { CALL_EXAMPLES } from "./examples/calls.ts";
import { CONDITION_EXAMPLES } from "./examples/conditions.ts";
import { STATEMENT_EXAMPLES } from "./examples/statements.ts";
import { lines, mutatedTexts } from "./support/mutated.ts";

const EXAMPLES = [
  ...CONDITION_EXAMPLES,
  ...ARITHMETIC_EXAMPLES,
  ...STATEMENT_EXAMPLES,
  ...BRANCH_EXAMPLES,
  ...CALL_EXAMPLES,
];

it.each(EXAMPLES)("%s of %j", (name, text, mutants) => {
  expect(mutatedTexts(name, text)).toEqual(mutants);
});

describe.each(MUTATION_OPERATORS)("$name", ({ name, bugType }) => {
  const own = EXAMPLES.filter(([operator]) => operator === name);

  test("has an example where it applies and one where it nearly does", () => {
    expect(own.some(([, , mutants]) => mutants.length > 0)).toBe(true);
    expect(own.some(([, , mutants]) => mutants.length === 0)).toBe(true);
  });

  test("is named by slugs", () => {
    expect([name, bugType]).toEqual([expect.stringMatching(SLUG), expect.stringMatching(SLUG)]);
  });
});

const SLUG = /^[a-z]+(-[a-z]+)*$/;

test("no two operators have one name", () => {
  expect(new Set(MUTATION_OPERATORS.map(({ name }) => name)).size).toBe(MUTATION_OPERATORS.length);
});

/** Everything that operators look for, where it is no code that runs, or none that a mistake is looked for in. */
const OUT_OF_BOUNDS = lines(
  "import bisect, math",
  "from heapq import heappush as push, heappop",
  "",
  "",
  "# if a < b and not c: return a[0] + 1",
  "@cached(1 < 2 and not x, size=3 + 1, key=max(a, b))",
  'def f(a=1, b=max(1, 2), *c, d: "int" = 1 + 2, e: list[0] = [1, 2][0]) -> dict[1 < 2]:',
  '    """if a < b and not c: return a[0] + 1"""',
  "    global g",
  "    f\"{a < b and not c} {a[0] + 1} {max(a, b)} {', '.join(a)}\"",
  '    """',
  "    while a < b:",
  "        break",
  '    """',
);

test("nothing is changed in imports, decorators, parameters, annotations, docstrings, comments and formatted strings", () => {
  const found = MUTATION_OPERATORS.filter(({ name }) => mutatedTexts(name, OUT_OF_BOUNDS).length > 0);
  expect(found.map(({ name }) => name)).toEqual([]);
});
