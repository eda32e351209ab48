/** Programs of several files in Python: what imports what, where a line stands, and that all of it is undone. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPythonSandbox } from "../../../src/sandbox/python/python-sandbox.ts";
import type { Outcome, Sandbox } from "../../../src/sandbox/sandbox.ts";
import { Source } from "../../../src/sandbox/source.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openPythonSandbox({ workers: 1, compareEvery: 1 });
});
afterAll(() => sandbox.close());

async function ask(files: Readonly<Record<string, string>>, call: string, entry = "solution.py"): Promise<Outcome> {
  const code = new Source(entry, Object.entries(files));
  const { outcomes } = await sandbox.run({ code, calls: [{ source: call, seed: 0 }] });
  const [outcome] = outcomes;
  if (outcome === undefined) throw new Error("There is no outcome");
  return outcome;
}

const value = (text: string) => ({ kind: "value", value: { type: "str", value: text } });

describe("an import", () => {
  test.each([
    [
      "of a module in a package, relative ones among it",
      {
        "solution.py": "from shapes.circle import area",
        "shapes/__init__.py": "unit = 'cm'",
        "shapes/circle.py": "from . import unit\nfrom .pi import PI\ndef area(): return f'{PI} {unit}'",
        "shapes/pi.py": "PI = 3",
      },
      "area()",
      "3 cm",
    ],
    [
      "of a folder that has no __init__",
      { "solution.py": "import deep.down.here as here", "deep/down/here.py": "name = __name__" },
      "here.name",
      "deep.down.here",
    ],
    [
      "in a circle",
      {
        "solution.py": "import other\ndef own(): return 'own'\ndef f(): return other.g()",
        "other.py": "import solution\ndef g(): return solution.own()",
      },
      "f()",
      "own",
    ],
    [
      "first made by a call",
      { "solution.py": "def f():\n    import late\n    return late.name", "late.py": "name = __file__" },
      "f()",
      "late.py",
    ],
    [
      "by name",
      { "solution.py": "import importlib", "other.py": "name = 'found'" },
      "importlib.import_module('other').name",
      "found",
    ],
  ])("%s is found", async (_, files, call, text) => {
    expect(await ask(files, call)).toMatchObject(value(text));
  });

  test("of a name that is the library's gives the library's", async () => {
    const files = { "solution.py": "import math", "math.py": "pi = 'mine'" };
    expect(await ask(files, "str(math.pi)[:4]")).toMatchObject(value("3.14"));
  });

  test("of what is not there, or not available, is explained in every file", async () => {
    const missing = { "solution.py": "import other", "other.py": "import nothing" };
    expect(await ask(missing, "1")).toMatchObject({ kind: "raised", type: "ModuleNotFoundError", line: 1 });
    const blocked = { "solution.py": "import other", "other.py": "x = 1\nimport socket" };
    const outcome = await ask(blocked, "1");
    expect(outcome).toMatchObject({ type: "ImportError", message: expect.stringContaining("not available here") });
    expect(outcome).toHaveProperty("traceback", expect.stringContaining('File "other.py", line 2, in <module>'));
  });
});

describe("a failure", () => {
  test("counts its line in the executed file, and shows the way through the others", async () => {
    const files = {
      "solution.py": "from other import g\n\ndef f(n):\n    return g(n)\n",
      "other.py": "class Mine(Exception): pass\n\ndef g(n):\n    raise Mine(n)\n",
    };
    expect(await ask(files, "f(7)")).toMatchObject({
      kind: "raised",
      type: "Mine",
      module: "solution",
      line: 4,
      traceback:
        'Traceback (most recent call last):\n  File "solution.py", line 4, in f\n    return g(n)\n' +
        '  File "other.py", line 4, in g\n    raise Mine(n)\nMine: 7',
    });
  });

  test("of fuel in another file ends the call, and names its line there", async () => {
    const files = { "solution.py": "from other import g", "other.py": "def g():\n    while True: pass\n" };
    expect(await ask(files, "g()")).toMatchObject({
      kind: "timeout",
      traceback: expect.stringContaining('File "other.py", line 2, in g'),
    });
  });
});

describe("the place of a failure", () => {
  const files = {
    "solution.py": "from other import g, loop\n\ndef f(text):\n    return g(text)\n",
    "other.py": "def g(text):\n    raise ValueError(text)\n\ndef loop():\n    while True: pass\n",
  };

  test("is the innermost of the program's own lines, whichever file it is in, and nothing that the message says", async () => {
    const lie = '\n  File "solution.py", line 1, in f\n';
    expect(await ask(files, `f(${JSON.stringify(lie)})`)).toMatchObject({
      place: { path: "other.py", line: 2 },
      line: 4,
    });
    expect(await ask(files, "loop()")).toMatchObject({ kind: "timeout", place: { path: "other.py", line: 5 } });
    expect(await ask(files, "f()")).not.toHaveProperty("place");
    const deeper = {
      ...files,
      "solution.py": "import json\nimport other\ndef f(text):\n    return json.loads(text)\n",
    };
    expect(await ask(deeper, "f('[')")).toMatchObject({ place: { path: "solution.py", line: 4 } });
  });

  test("is told of a file that does not parse, and of no program of one file", async () => {
    const broken = { ...files, "other.py": "def g(text):\n    return (\n" };
    expect(await ask(broken, "1")).toMatchObject({
      kind: "syntax",
      problem: { line: null, place: { path: "other.py", line: 2 } },
    });
    expect(await ask({ "solution.py": "def f(): return 1 // 0" }, "f()")).not.toHaveProperty("place");
  });
});

test("another file than solution.py may be the one that is executed", async () => {
  const files = {
    "app/main.py": "from app.parts import name\ndef f(): return name + __name__ + 1 // 0",
    "app/parts.py": "name = 'x'",
  };
  expect(await ask(files, "name + __file__", "app/main.py")).toMatchObject(value("xapp/main.py"));
  expect(await ask(files, "f()", "app/main.py")).toMatchObject({ kind: "raised", type: "ZeroDivisionError", line: 2 });
});

test("what is no module is no harm", async () => {
  expect(await ask({ "solution.py": "x = 'fine'", "notes.txt": "not code (" }, "x")).toMatchObject(value("fine"));
});

test("after programs of several files the interpreter is as it was, byte by byte", async () => {
  const files = { "solution.py": "import other\nother.kept = [0] * 999", "other.py": "x = 1", "pkg/deep.py": "y = 2" };
  for (let round = 0; round < 3; round += 1) await ask(files, "import pkg.deep\nother.x");
  expect(sandbox).toHaveProperty("metrics.leaks", 0);
  const names = "import sys\n'|'.join(sorted(set(sys.modules) & {'other', 'pkg', 'pkg.deep', 'helper'}))";
  expect(await ask({ "solution.py": "" }, names)).toMatchObject(value(""));
});
