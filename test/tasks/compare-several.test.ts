/** Several programs on the same calls in one run: what comes out is what a run for each call would give. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPythonSandbox } from "../../src/sandbox/python/python-sandbox.ts";
import type { Outcome, Sandbox } from "../../src/sandbox/sandbox.ts";
import { Source } from "../../src/sandbox/source.ts";
import { Comparison } from "../../src/tasks/compare-several.ts";
import { oneFile } from "../support/source.ts";
import { makeProgram } from "./support/make-task.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openPythonSandbox({ workers: 1 });
});
afterAll(() => sandbox.close());

/** Each call of these would be noticed by the same call made after it, if what it changes were kept. */
const KEEPS_SOMETHING: Readonly<Record<string, string>> = {
  "a list of the module": "seen = []\ndef f(n):\n    seen.append(n)\n    return len(seen)",
  "the order of a table": "table = {1: 'a', 2: 'b'}\ndef f(n):\n    table[1] = table.pop(1)\n    return list(table)[0]",
  "the type of what a table holds": "table = [1]\ndef f(n):\n    old, table[0] = table[0], True\n    return str(old)",
  "a table of functions": "def g(): return 1\ntable = {'g': g}\ndef f(n):\n    table[n] = g\n    return len(table)",
  "a table in a tuple":
    "pair = (1, {g: [] for g in (len, max)})\ndef f(n):\n    pair[1][len].append(n)\n    return len(pair[1][len])",
  "a global name": "count = 0\ndef f(n):\n    global count\n    count += 1\n    return count",
  "a new global name": "def f(n):\n    had = 'late' in globals()\n    globals()['late'] = n\n    return had",
  "a default": "def f(n, seen=[]):\n    seen.append(n)\n    return len(seen)",
  "a default of a method":
    "class A:\n    def g(self, *, seen={}):\n        seen[len(seen)] = 1\n        return len(seen)\ndef f(n): return A().g()",
  "a function's attribute": "def f(n):\n    f.count = getattr(f, 'count', 0) + 1\n    return f.count",
  "a class's attribute":
    "class A:\n    count = 0\n    def __init__(self): A.count += 1\ndef f(n):\n    A()\n    return A.count",
  "a list of a class": "class A:\n    seen = []\ndef f(n):\n    A.seen.append(n)\n    return len(A.seen)",
  "a class behind another":
    "class A: pass\nclass B(A):\n    def g(self): return hasattr(A, 'x')\ndef f(n):\n    had = B().g()\n    A.x = 1\n    return had",
  "a cell":
    "def make():\n    n = 0\n    def g():\n        nonlocal n\n        n += 1\n        return n\n    return g\ng = make()\ndef f(n): return g()",
  "a list in a cell":
    "def make(seen):\n    def g():\n        seen.append(1)\n        return len(seen)\n    return g\ng = make([])\ndef f(n): return g()",
  "an object": "class A:\n    def __init__(self): self.n = 0\na = A()\ndef f(n):\n    a.n += 1\n    return a.n",
  "an object with slots": "class A:\n    __slots__ = ('n',)\na = A()\na.n = 0\ndef f(n):\n    a.n += 1\n    return a.n",
  "a cache":
    "import functools\nran = []\n@functools.lru_cache\ndef g(n):\n    ran.append(n)\n    return n\ndef f(n):\n    g(n)\n    return len(ran)",
  "a wrapped function":
    "import functools\ndef twice(g):\n    @functools.wraps(g)\n    def h(n):\n        h.n = getattr(h, 'n', 0) + 1\n        return h.n\n    return h\n@twice\ndef f(n): return n",
  "an iterator": "import itertools\nnumbers = itertools.count()\ndef f(n): return next(numbers)",
  "a dataclass's default":
    "import dataclasses\n@dataclasses.dataclass\nclass A:\n    n: int = 0\n    seen: list = dataclasses.field(default_factory=list)\ndef f(n):\n    a = A()\n    A.n += 1\n    a.seen.append(n)\n    return [a.n, A.n, a.seen, repr(a)]",
  "an enumeration":
    "import enum\nclass A(enum.Enum):\n    X = 1\ndef f(n):\n    had = hasattr(A.X, 'n')\n    A.X.n = n\n    return had",
  chance: "import random\nfirst = random.random()\ndef f(n): return [first, random.random()]",
  "a change before it raises":
    "seen = []\ndef f(n):\n    seen.append(n)\n    if n > 1: raise ValueError\n    return len(seen)",
  "a change before it runs too deep":
    "seen = []\ndef f(n):\n    seen.append(n)\n    return len(seen) if n < 2 else f(n)",
  nothing:
    "import re\nSIGNS = frozenset('+-')\nWORD = re.compile('a+')\nclass A:\n    one = property(lambda self: 1)\n    @staticmethod\n    def two(): return 2\n    @classmethod\n    def three(cls): return 3\ndef f(n): return [A().one, A.two(), A.three()]",
  "exceptions of its own":
    "class Mine(Exception): pass\nclass ValueError(Mine): pass\ndef f(n): raise (Mine if n == 1 else ValueError if n == 2 else KeyError)",
  "an exception that is nobody's":
    "import decimal\ndef f(n): raise (decimal.InvalidOperation if n == 1 else type('Late', (Exception,), {}))",
  "a module that does not begin": "1 / 0",
};
const CALLS = ["f(1)", "f(1)", "f(2)", "f(2)", "f(3)", "n = 1\nf(n)", "n = f(1)\n[n, f(1)]", "n", "f(1)"];

const FILES = new Source("solution.py", [
  [
    "solution.py",
    "import parts.kept\nfrom parts.names import Mine\ndef f(n):\n    if n == 3: raise Mine\n    return parts.kept.add(n)",
  ],
  [
    "parts/kept.py",
    "seen = []\nlast = 0\ndef add(n):\n    global last\n    last += n\n    if n == 2: seen.append(n)\n    return [last, len(seen)]",
  ],
  ["parts/names.py", "class Mine(Exception): pass"],
]);
const LATE = new Source("solution.py", [
  ["solution.py", "def f(n):\n    import late\n    return late.add(n)"],
  ["late.py", "seen = []\ndef add(n):\n    seen.append(n)\n    return len(seen)"],
]);

/** Without what is said of the way to the end, which nobody compares. */
function compared(outcomes: readonly Outcome[]): unknown[] {
  return outcomes.map((outcome) => {
    if (outcome.kind === "raised") return [outcome.type, outcome.module];
    return outcome.kind === "value" ? outcome.value : outcome.kind;
  });
}

async function alone(code: Source, calls: readonly string[]): Promise<unknown[]> {
  return compared((await sandbox.run({ code, calls: calls.map((source) => ({ source, seed: 0 })) })).outcomes);
}

describe("a program that keeps something from call to call", () => {
  const programs = { ...KEEPS_SOMETHING, "a module of several": FILES, "a module that comes late": LATE };
  test.each(Object.entries(programs))("has %s fresh for each", async (_, text) => {
    const code = typeof text === "string" ? oneFile(text) : text;
    const comparison = await Comparison.open({ sandbox, program: makeProgram({ solution: code }), calls: CALLS });
    const [first, second] = await comparison.run([code, code]);
    const expected = await alone(code, CALLS);
    expect(compared(first ?? [])).toEqual(expected);
    expect(compared(second ?? [])).toEqual(expected);
  });
});

describe("programs of which many are compared with one solution", () => {
  const VALUES = ["1", "True", "1.0", "-0.0", "0.0", "[1, (2,), {3}]", "{'a': 1, 'b': 2}", "b'x'", "'x'", "'\\ud800'"];
  const MORE = [
    "bytearray(b'x')",
    "10**40",
    "float('nan')",
    "{2: 1}",
    "()",
    "object()",
    "{'b': 2, 'a': 1}",
    "1j",
    "''",
  ];
  const all = [...VALUES, ...MORE];

  test("give what each gives by itself, like the solution or not", async () => {
    const calls = all.map((_, index) => `f(${index})`);
    const giving = (values: readonly string[]) => oneFile(`def f(n): return [${values.join(", ")}][n]`);
    const solution = giving(all);
    const lent = giving(all.map((value) => (value === "b'x'" ? "bytearray(b'x')" : value)));
    const others = [
      lent,
      giving(all.toReversed()),
      giving([...all.slice(1), "1"]),
      oneFile("def f(n): raise KeyError"),
    ];
    const comparison = await Comparison.open({ sandbox, program: makeProgram({ solution }), calls, areMany: true });
    const codes = [solution, ...others];
    for (const [index, outcomes] of (await comparison.run(codes)).entries()) {
      const code = codes[index] ?? solution;
      expect(compared(outcomes)).toEqual(await alone(code, calls));
      expect(compared(await comparison.runApart(code))).toEqual(await alone(code, calls));
    }
  });
});

describe("a program that differs from the solution in some functions alone", () => {
  const SOLUTION = [
    "import functools",
    "def scale(n): return n * RATE",
    "def rate(): return 2",
    "RATE = rate()",
    "class Shelf:",
    "    def __init__(self, n=1): self.n = n",
    "    @property",
    "    def twice(self): return scale(self.n)",
    "    @twice.setter",
    "    def twice(self, n): self.n = n",
    "def outer(n):",
    "    def inner(n): return n + 1",
    "    return inner(n)",
    "pick = lambda n: -n",
    "def f(n): return scale(n)",
    "def g(n): return [Shelf(n).twice, Shelf().twice]",
    "def h(n): return [outer(n), pick(n)]",
  ].join("\n");
  const CALLED = [
    "f(1)",
    "g(2)",
    "h(3)",
    "outer(4)",
    "s = Shelf()\ns.twice = 5\ns.n",
    "pick(6)",
    "rate()",
    "missing()",
  ];
  const EDITS: readonly (readonly [from: string, to: string])[] = [
    ["n * RATE", "n + RATE"],
    ["return 2", "return 3"],
    ["n=1", "n=9"],
    ["scale(self.n)", "self.n"],
    ["n): self.n = n\ndef", "n): self.n = -n\ndef"],
    ["n + 1", "n - 1"],
    ["lambda n: -n", "lambda n: n"],
    ["[outer(n), pick(n)]", "[pick(n), outer(n)]"],
    ["RATE = rate()", "RATE = rate() + 1"],
    ["def rate(): return 2", "@functools.lru_cache\ndef rate(): return 7"],
    ["    @property\n", ""],
    ["def f(n):", "def missing(): return 1\ndef f(n):"],
  ];

  test("gives what it gives by itself, also where it differs in what executing the module enters", async () => {
    const program = makeProgram({ solution: oneFile(SOLUTION) });
    const comparison = await Comparison.open({ sandbox, program, calls: CALLED, areMany: true });
    const codes = EDITS.map(([from, to]) => {
      expect(SOLUTION.split(from)).toHaveLength(2);
      return oneFile(SOLUTION.replace(from, to));
    });
    for (const [index, outcomes] of (await comparison.run(codes)).entries()) {
      const code = codes[index] ?? program.solution;
      expect(compared(outcomes)).toEqual(await alone(code, CALLED));
      expect(compared(outcomes)).not.toEqual(await alone(program.solution, CALLED));
    }
  });

  test("gives what it gives by itself where a file that comes late differs", async () => {
    const program = makeProgram({ solution: LATE });
    const other = new Source("solution.py", [
      ["solution.py", LATE.text],
      ["late.py", "seen = []\ndef add(n):\n    seen.append(n)\n    return -len(seen)"],
    ]);
    const comparison = await Comparison.open({ sandbox, program, calls: CALLS, areMany: true });
    const [outcomes] = await comparison.run([other]);
    expect(compared(outcomes ?? [])).toEqual(await alone(other, CALLS));
  });

  test("is not run on calls that enter none of them", async () => {
    const work = "def slow(n):\n    return sum(range(20_000)) + n\ndef other(n):\n    return n\n";
    const used: number[] = [];
    const counting: Sandbox = {
      run: async (batch, options) => {
        const result = await sandbox.run(batch, options);
        used.push(result.fuel);
        return result;
      },
      close: async () => {},
    };
    const program = makeProgram({ solution: oneFile(work) });
    const calls = ["slow(1)", "slow(2)"];
    const comparison = await Comparison.open({ sandbox: counting, program, calls, areMany: true });
    used.length = 0;
    const elsewhere = oneFile(work.replace("return n\n", "return n + 1\n"));
    const there = oneFile(work.replace("+ n", "- n"));
    await comparison.run([elsewhere]);
    await comparison.run([there]);
    const [spared = 0, run = 0] = used;
    expect(spared).toBeLessThan(run / 2);
  });
});
