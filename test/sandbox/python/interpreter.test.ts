import { beforeAll, describe, expect, it } from "vitest";
import type { SandboxImage } from "../../../src/sandbox/python/image-format.ts";
import { expectedMemorySha256, loadImage } from "../../../src/sandbox/python/image-store.ts";
import { Interpreter } from "../../../src/sandbox/python/interpreter.ts";
import { runBatch } from "../../../src/sandbox/python/run-batch.ts";

let image: SandboxImage;
let interpreter: Interpreter;
beforeAll(async () => {
  image = await loadImage();
  interpreter = new Interpreter(image);
});

/** Programs that leave as much behind as they can, each in a way of its own. */
const MESSY: Readonly<Record<string, string>> = {
  "a plain value": "1",
  "patched built-ins": "import builtins\nbuiltins.len = lambda x: 99\nbuiltins.print = None",
  "patched modules": "import json, random, sys\njson.dumps = None\nrandom.seed = None\nsys.stdout = None",
  "cleared module table": "import sys\nsys.modules.clear()",
  "an endless loop": "while True: pass",
  "a swallowed time-out": "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
  "work stuck in C": "sum(range(10**10))",
  "all memory": "held = []\nwhile True: held.append(bytearray(1 << 20))",
  "much output": "while True: print('x' * 1000)",
  "deep recursion": "import sys\nsys.setrecursionlimit(10**6)\nf = lambda n: f(n + 1)\nf(0)",
  "interned strings and big integers": "import sys\n[sys.intern(str(i)) for i in range(20000)]\n3 ** 20000",
  "a finalizer that fights": "class A:\n    def __del__(self): A()\nx = A()\ndel x",
  "open generators and frames":
    "def g():\n    try: yield sys._getframe()\n    finally: print('late')\nimport sys\nh = g()\nnext(h)",
  "garbage with cycles": "for _ in range(1000):\n    a = []\n    a.append(a)",
  "an exit": "import importlib\nimportlib.import_module('posix')._exit(0)",
  "an abort": "import importlib\nimportlib.import_module('posix').abort()",
  "gc turned off and objects frozen": "import gc\ngc.disable()\ngc.freeze()\nx = [[] for _ in range(10000)]",
  "tracing hooks": "import sys\nsys.settrace(lambda *a: None)\nsys.setprofile(lambda *a: None)",
  "audit and import hooks": "import sys\nsys.addaudithook(lambda *a: None)\nsys.meta_path.clear()",
  "changed code of the library":
    "import heapq\nheapq.heappush.__doc__\nimport random\nrandom.Random.seed.__code__ = (lambda *a: None).__code__",
  "type caches": "for i in range(5000): type(f'T{i}', (), {'a': i})().a",
};

describe("the sealed interpreter", () => {
  it("is built to the same bytes as everywhere else", () => {
    expect(image.manifest.memorySha256).toBe(expectedMemorySha256());
  });

  it("starts as the image", () => {
    expect(new Interpreter(image).findDifference()).toBeNull();
  });

  it.each(Object.keys(MESSY))("is the image again, byte for byte, after %s", (name) => {
    runBatch(interpreter, { code: MESSY[name] ?? "", calls: [{ source: "1", seed: 1 }], limits: { fuel: 2_000_000 } });
    runBatch(interpreter, { code: "", calls: [{ source: MESSY[name] ?? "", seed: 1 }], limits: { fuel: 2_000_000 } });
    interpreter.restore();
    expect(interpreter.findDifference()).toBeNull();
  });

  it("uses the same fuel for the same call, whatever came before", () => {
    const bounds = { fuel: 50_000_000, outputBytes: 1000, answerBytes: 1000 };
    const ask = (request: object): number =>
      interpreter.call({ request: Buffer.from(JSON.stringify(request)), ...bounds }).fuelUsed;
    const used = Array.from({ length: 5 }, (_, round) => {
      const both = ask({ code: "x = sorted(range(1000))", seed: 3 }) + ask({ call: "sum(x)" });
      interpreter.restore();
      runBatch(interpreter, { code: MESSY["all memory"] ?? "", calls: [{ source: "1", seed: round }] });
      interpreter.restore();
      return both;
    });
    expect(new Set(used).size).toBe(1);
  });
});
