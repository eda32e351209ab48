import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPythonSandbox } from "../../../src/sandbox/python/python-sandbox.ts";
import type { Outcome, Sandbox } from "../../../src/sandbox/sandbox.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openPythonSandbox({ workers: 1, compareEvery: 1 });
});
afterAll(() => sandbox.close());

async function call(code: string, source = "1"): Promise<Outcome> {
  const { outcomes } = await sandbox.run({ code, calls: [{ source, seed: 7 }] });
  const [outcome] = outcomes;
  if (outcome === undefined) throw new Error("no outcome");
  return outcome;
}

const ORDINARY =
  "abc array ast base64 bisect calendar cmath collections collections.abc contextlib copy csv dataclasses datetime decimal " +
  "difflib enum fractions functools gc graphlib hashlib heapq hmac html inspect io ipaddress itertools json keyword " +
  "logging math numbers operator pickle pprint queue random re reprlib secrets shlex statistics string struct sys " +
  "textwrap time timeit token tokenize traceback types typing unicodedata unittest urllib.parse uuid warnings weakref zlib";

const FORBIDDEN =
  "os os.path posix subprocess socket ctypes threading _thread multiprocessing concurrent.futures asyncio signal pathlib " +
  "shutil tempfile glob js pyodide";

describe("the standard library inside the sandbox", () => {
  it.each(ORDINARY.split(" "))("lets a program import %s", async (module) => {
    expect(await call(`import ${module}`)).toMatchObject({ kind: "value" });
  });

  it.each(FORBIDDEN.split(" "))("answers an import of %s with a clear ImportError", async (module) => {
    expect(await call(`import ${module}`)).toMatchObject({
      kind: "raised",
      type: "ImportError",
      message: expect.stringMatching(/is not available here: programs run without an operating system/),
      line: 1,
    });
  });

  it("answers an unknown module as Python does", async () => {
    expect(await call("import numpy")).toMatchObject({
      type: "ModuleNotFoundError",
      message: "No module named 'numpy'",
    });
  });

  it("cannot import the C modules that reach raw memory, by whatever way", async () => {
    for (const name of [
      "_ctypes",
      "_testcapi",
      "_testinternalcapi",
      "_posixsubprocess",
      "_socket",
      "_remote_debugging",
    ]) {
      expect(await call("import importlib", `importlib.import_module("${name}")`)).toMatchObject({
        type: "ModuleNotFoundError",
      });
      expect(
        await call("import _imp, importlib.machinery as m", `_imp.create_builtin(m.ModuleSpec("${name}", None))`),
      ).not.toMatchObject({
        kind: "value",
        value: { name: "module" },
      });
    }
  });

  it.each([
    ["open('x')", "PermissionError"],
    ["open('x', 'w')", "PermissionError"],
    ["input()", "EOFError"],
    ["exit()", "SystemExit"],
    ["import sys\nsys.exit(3)", "SystemExit"],
    ["raise KeyboardInterrupt", "KeyboardInterrupt"],
  ])("answers %s with %s", async (source, type) => {
    expect(await call("", source)).toMatchObject({ kind: "raised", type });
  });

  it("has a clock of its own: fixed at the start, moved by sleeping, the same for every call", async () => {
    const twice = await sandbox.run({
      code: "import time, datetime",
      calls: ["time.time()", "time.time()", "t = time.monotonic()\ntime.sleep(3600)\ntime.monotonic() - t >= 3600"].map(
        (source) => ({ source, seed: 1 }),
      ),
    });
    expect(twice.outcomes[0]).toEqual(twice.outcomes[1]);
    expect(twice.outcomes[2]).toMatchObject({ value: { value: true } });
    expect(await call("import datetime", "datetime.date.today().isoformat()")).toMatchObject({
      value: { value: "2024-01-01" },
    });
    expect(await call("import time", "time.mktime(time.gmtime(86400.0))")).toMatchObject({ value: { value: 86400 } });
  });

  it("runs classes, generators, dataclasses with written types, enums and comprehensions", async () => {
    const code = `
from dataclasses import dataclass, field
from enum import Enum
@dataclass(order=True)
class Point:
    x: "int" = 3
    tags: "list[str]" = field(default_factory=list)
class Colour(Enum):
    RED = 1
def squares(n):
    for i in range(n):
        yield i * i
`;
    expect(await call(code, "(Point().x, Point(1) < Point(2), Colour.RED.name, list(squares(4)))")).toMatchObject({
      value: {
        type: "tuple",
        items: [
          { value: 3n },
          { value: true },
          { value: "RED" },
          { items: [0n, 1n, 4n, 9n].map((value) => ({ value })) },
        ],
      },
    });
  });
});

describe("values on their way out", () => {
  it.each<[string, object]>([
    ["None", { type: "none" }],
    ["True", { type: "bool", value: true }],
    ["1", { type: "int", value: 1n }],
    ["-10**40", { type: "int", value: -(10n ** 40n) }],
    ["1.5", { type: "float", value: 1.5 }],
    ["-0.0", { type: "float", value: -0 }],
    ["float('nan')", { type: "float", value: Number.NaN }],
    ["float('-inf')", { type: "float", value: Number.NEGATIVE_INFINITY }],
    ["1e300", { type: "float", value: 1e300 }],
    ["'a\\ud800b'", { type: "str", value: "a\ud800b" }],
    ["b'\\x00\\xff'", { type: "bytes", value: Uint8Array.of(0, 255) }],
    [
      "[1, (2,)]",
      {
        type: "list",
        items: [
          { type: "int", value: 1n },
          { type: "tuple", items: [{ type: "int", value: 2n }] },
        ],
      },
    ],
    [
      "{'a': {1}}",
      {
        type: "dict",
        entries: [
          [
            { type: "str", value: "a" },
            { type: "set", items: [{ type: "int", value: 1n }] },
          ],
        ],
      },
    ],
    ["frozenset()", { type: "frozenset", items: [] }],
    ["1 + 2j", { type: "other", name: "complex", text: "(1+2j)" }],
  ])("%s keeps its exact type", async (source, value) => {
    expect(await call("", source)).toMatchObject({ kind: "value", value });
  });

  it("a subclass of a built-in is not the built-in", async () => {
    for (const base of ["list", "dict", "int", "str", "float", "tuple"]) {
      expect(await call(`class Sub(${base}): pass`, "Sub()")).toMatchObject({ value: { type: "other", name: "Sub" } });
    }
  });

  it("a structure that contains itself ends in a named stub", async () => {
    expect(JSON.stringify(await call("x = []\nx.append(x)", "x"))).toContain("nested too deeply");
  });

  it("an instance whose repr raises or loops costs only its own call", async () => {
    const code =
      "class A:\n    def __repr__(self): raise ValueError\nclass B:\n    def __repr__(self):\n        while True: pass\n";
    expect(await call(code, "A()")).toMatchObject({ kind: "value", value: { text: "repr raised ValueError" } });
    expect(await call(code, "B()")).toMatchObject({ kind: "timeout" });
  });
});

describe("a call", () => {
  it.each<[string, object]>([
    ["1 + 1", { type: "int", value: 2n }],
    ["x = 1; x + 1", { type: "int", value: 2n }],
    ["x = 1\nx + 1", { type: "int", value: 2n }],
    ["x = 0\nfor i in range(3):\n    x += i; x += 1\nx", { type: "int", value: 6n }],
    ["x = []\nfor i in range(3): x.append(i); len(x)", { type: "none" }],
    ["x = []\nif x: x.append(1); x", { type: "none" }],
    ["x = 'a;b'; len(x)", { type: "int", value: 3n }],
    ["x = 1; (x\n + 1)", { type: "int", value: 2n }],
    ["x = 5; x # ; 7", { type: "int", value: 5n }],
    ["x = '''\n1\n2'''\nlen(x)", { type: "int", value: 4n }],
    ["x = 7", { type: "none" }],
    ["x = 7;", { type: "none" }],
    ["def f(): return 3\nf()", { type: "int", value: 3n }],
    ["x = 1 \\\n+ 2\nx", { type: "int", value: 3n }],
  ])("%j gives the value of its last expression, and nothing if that is a statement", async (source, value) => {
    expect(await call("", source)).toMatchObject({ kind: "value", value });
  });
});

describe("runaway work inside built-ins", () => {
  it.each([
    "2 ** 10 ** 9",
    "sum(range(10 ** 10))",
    "'a' * 50 in ('a' * 49 + 'b') * 10 ** 6 * 100",
    "import re\nre.match(r'(a+)+$', 'a' * 40 + 'b')",
    "list(range(10 ** 9))",
    "max(range(10 ** 10))",
    "10 ** 8 in iter(int, 1)",
    "str(10 ** 5000000)",
    "sorted(range(10 ** 7), key=lambda x: -x)",
  ])("%s ends as a failed call, not as a hang", async (source) => {
    expect(["timeout", "memory", "raised"]).toContain((await call("", source)).kind);
  });

  it("deep recursion raises RecursionError with a short traceback", async () => {
    const outcome = await call("def f(n):\n    return f(n + 1)\n", "f(0)");
    expect(outcome).toMatchObject({ kind: "raised", type: "RecursionError", line: 2 });
    if (outcome.kind === "raised") expect(outcome.traceback.length).toBeLessThan(2000);
  });

  it("recursion with the limit lifted ends by memory or fuel", async () => {
    const code = "import sys\nsys.setrecursionlimit(10**9)\ndef f(n):\n    return f(n + 1)\n";
    expect(["timeout", "memory", "raised"]).toContain((await call(code, "f(0)")).kind);
    const nested = "x = ()\nfor _ in range(10**5): x = (x,)\nhash(x)";
    expect(["timeout", "memory", "raised", "value"]).toContain((await call("", nested)).kind);
  });
});

describe("what a traceback shows", () => {
  it("has the program's frames under its own file name and the library's, and none of the sandbox's", async () => {
    const code = "import heapq, statistics\n\ndef mean(values):\n    return statistics.mean(values)\n";
    const outcome = await call(code, "mean([])");
    const traceback = outcome.kind === "raised" ? outcome.traceback : "";
    expect(traceback).toMatch(
      /^Traceback \(most recent call last\):\n {2}File "solution.py", line 4, in mean\n {4}return/,
    );
    expect(traceback).toContain('File "statistics.py"');
    expect(traceback).toMatch(/StatisticsError: mean requires at least one data point$/);
    expect(traceback).not.toMatch(/tracefix|<test>|zip/);
  });

  it.each([
    ["raise KeyError", "KeyError", "builtins"],
    ["import decimal\nraise decimal.InvalidOperation", "InvalidOperation", "decimal"],
    ["class ValueError(Exception): pass\nraise ValueError", "ValueError", "solution"],
    ["class ValueError(Exception):\n    __module__ = 'builtins'\nraise ValueError", "ValueError", "solution"],
    [
      "class Meta(type):\n    __name__ = __module__ = __qualname__ = 'KeyError'\n" +
        "class Sly(Exception, metaclass=Meta): pass\nraise Sly",
      "Sly",
      "solution",
    ],
  ])("names the exception of %j by the type it really is", async (code, type, module) => {
    expect(await call(`def f():\n    ${code.replaceAll("\n", "\n    ")}\n`, "f()")).toMatchObject({
      kind: "raised",
      type,
      module,
    });
  });

  it("survives an exception that cannot be printed", async () => {
    const code = "class Odd(Exception):\n    def __str__(self): raise ValueError\n";
    expect(await call(code, "raise Odd()")).toMatchObject({ kind: "raised", type: "Odd" });
  });

  it.each([
    ["x = 1\n  y = 2", { type: "IndentationError", line: 2 }],
    ["x = (", { type: "SyntaxError", line: 1 }],
    ["x = '\0'", { type: "SyntaxError" }],
    [`x = ${"(".repeat(5000)}`, { type: "SyntaxError" }],
    ["return 1", { type: "SyntaxError", line: 1 }],
    ["\ud800 = 1", {}],
  ])("says why %j does not parse", async (code, problem) => {
    const { syntax } = await sandbox.run({ code, calls: [] });
    expect(syntax).toMatchObject(problem);
  });
});
