/** No call can tell how many were made before it, whatever the module has prepared to find out. */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { loadImage } from "../../../src/sandbox/python/image-store.ts";
import { Interpreter } from "../../../src/sandbox/python/interpreter.ts";
import { runBatch, runBatchUntil } from "../../../src/sandbox/python/run-batch.ts";
import type { Batch, Outcome } from "../../../src/sandbox/sandbox.ts";

let interpreter: Interpreter;
beforeAll(async () => {
  interpreter = new Interpreter(await loadImage());
});

/** Each defines `f()`, which would give another value at each call if anything of the last were left. */
const COUNTERS: Readonly<Record<string, string>> = {
  "an attribute of the built-ins":
    "import builtins\ndef f():\n    builtins.n = getattr(builtins, 'n', 0) + 1\n    return builtins.n",
  "the table of modules":
    "import sys\ndef f():\n    sys.modules[f'm{len(sys.modules)}'] = sys\n    return len(sys.modules)",
  "its own globals": "n = 0\ndef f():\n    global n\n    n += 1\n    return n",
  "a default argument": "def f(seen=[]):\n    seen.append(1)\n    return len(seen)",
  "the cache of regular expressions":
    "import re\ndef f():\n    re.compile('x' * (len(re._cache) + 1))\n    return len(re._cache)",
  "a cache of a function":
    "import functools\n@functools.lru_cache\ndef g(x): return x\ndef f():\n    g(g.cache_info().misses)\n    return repr(g.cache_info())",
  "the state of random": "import random\ndef f():\n    return random.random()",
  "a generator": "import itertools\ncount = itertools.count()\ndef f():\n    return next(count)",
  "the counters of the collector":
    "import gc\nkept = []\ndef f():\n    kept.append([[] for _ in range(50)])\n    return repr(gc.get_count()) + repr(gc.get_stats())",
  "the limit of recursion":
    "import sys\ndef f():\n    sys.setrecursionlimit(sys.getrecursionlimit() + 1)\n    return sys.getrecursionlimit()",
  "the registry of warnings":
    "import warnings\ndef f():\n    warnings.filterwarnings('error', str(len(warnings.filters)))\n    return len(warnings.filters)",
  "subclasses and the caches of types": "def f():\n    type('T', (int,), {})\n    return len(int.__subclasses__())",
  "addresses of objects":
    "kept = []\ndef f():\n    kept.append(object())\n    return id(kept[-1]), id(object()), id([])",
  "interned strings": "import sys\ndef f():\n    return id(sys.intern('never ' + 'seen ' + str(len('abc'))))",
  "counts of references": "import sys\nkept = []\ndef f():\n    kept.append(sys)\n    return sys.getrefcount(sys)",
  "the clock": "import time\ndef f():\n    time.sleep(5)\n    return time.time(), time.perf_counter_ns()",
  entropy: "import uuid, secrets\ndef f():\n    return str(uuid.uuid4()), secrets.token_hex(4)",
  "code that is replaced": "def f():\n    f.__code__ = (lambda: 'again').__code__\n    return 'first'",
  "the driver's own objects":
    "import gc\ndef f():\n    found = [o for o in gc.get_objects() if type(o) is list and o and o[0] == 'mark']\n    kept.append(['mark'])\n    return len(found)\nkept = []",
  "what was printed": "import sys\ndef f():\n    print('x', end='')\n    return sys.stdout.line_buffering",
  "allocated blocks":
    "import sys\nkept = []\ndef f():\n    kept.append(bytearray(5000))\n    return sys.getallocatedblocks()",
};

function reverseDraw(): (below: number) => number {
  return () => 0;
}

function outcomes(batch: Batch, draw?: (below: number) => number): readonly Outcome[] {
  const result = runBatch(interpreter, batch, draw === undefined ? {} : { draw });
  interpreter.restore();
  return result.outcomes;
}

describe("no call can be told from another by", () => {
  it.each(Object.keys(COUNTERS))("%s", (name) => {
    const calls = Array.from({ length: 6 }, () => ({ source: "f()", seed: 0 }));
    const given = outcomes({ code: COUNTERS[name] ?? "", calls });
    expect(given[0]).toMatchObject({ kind: "value" });
    for (const outcome of given) expect(outcome).toEqual(given[0]);
    expect(outcomes({ code: COUNTERS[name] ?? "", calls, order: "afresh" })).toEqual(given);
  });
});

describe("what a call starts from", () => {
  it("is where the module left its clock, its random numbers and what it printed", () => {
    const code =
      "import random, time\nrandom.seed(42)\nfirst = random.random()\nbegan = time.time()\ntime.sleep(60)\nprint('module')\n";
    const calls = ["time.time() - began >= 60", "first == random.random()", "print('call')"];
    const found = outcomes({ code, calls: calls.map((source) => ({ source, seed: 0 })) });
    expect(found).toMatchObject([
      { value: { value: true } },
      { value: { value: false } },
      { stdout: "module\ncall\n" },
    ]);
    const alone = calls.map((source) => outcomes({ code, calls: [{ source, seed: 0 }] })[0]);
    expect(alone).toEqual(found);
  });

  it("is the failure of a module that raises, ends or loops, which is executed once", () => {
    for (const [code, kind] of [
      ["print('once')\n1 / 0", "raised"],
      ["while True: pass", "timeout"],
      ["__import__('importlib').import_module('posix')._exit(0)", "crash"],
      ["while True: print('x' * 1000)", "output_limit"],
      ["held = []\nwhile True: held.append(bytearray(1 << 20))", "memory"],
    ] as const) {
      const calls = Array.from({ length: 5 }, () => ({ source: "1", seed: 0 }));
      const batch = { code, calls, limits: { fuel: 20_000_000, batchFuel: 40_000_000 } };
      const { outcomes: all, fuel } = runBatch(interpreter, batch);
      interpreter.restore();
      expect(all.map((outcome) => outcome.kind)).toEqual(Array(5).fill(kind));
      for (const outcome of all) expect(outcome).toEqual(all[0]);
      expect(fuel).toBeLessThan(24_000_000);
    }
  });

  it("is another for another seed, as if each were alone", () => {
    const code = "import random\nx = random.random()\n";
    const calls = [1, 2, 1, 3, 2].map((seed) => ({ source: "x, random.random()", seed }));
    const together = outcomes({ code, calls, order: "afresh" });
    expect(together).toEqual(calls.map((call) => outcomes({ code, calls: [call] })[0]));
    expect(together[0]).not.toEqual(together[1]);
    expect(together[0]).toEqual(together[2]);
  });
});

/** A call costs about so many thousand units. */
const SPIN = "def spin(n):\n    for _ in range(n * 100): pass\n    return n\n";

describe("a batch that is more than its fuel", () => {
  it("gives the same calls up in whatever order they are made, and wherever it yields in between", () => {
    const lengths = fc.array(fc.constantFrom(1, 5, 30, 100, 400, 3000), { minLength: 2, maxLength: 12 });
    const property = fc.property(lengths, fc.infiniteStream(fc.nat()), fc.boolean(), (sizes, numbers, yields) => {
      const calls = sizes.map((size) => ({ source: `spin(${size})`, seed: 0 }));
      const batch: Batch = { code: SPIN, calls, limits: { fuel: 1_000_000, batchFuel: 2_500_000 } };
      const given = runBatch(interpreter, batch);
      interpreter.restore();
      const draw = (below: number): number => (numbers.next().value ?? 0) % below;
      let end = runBatchUntil(interpreter, { ...batch, order: "afresh" }, { draw, mustYield: () => yields });
      for (let slices = 0; end.result === null; slices += 1) {
        expect(slices).toBeLessThan(sizes.length);
        interpreter.restore();
        const progress = structuredClone(end.progress);
        end = runBatchUntil(interpreter, { ...batch, order: "afresh" }, { draw, progress, mustYield: () => yields });
      }
      interpreter.restore();
      expect(end.result).toEqual(given);
    });
    fc.assert(property, { numRuns: 20 });
  });

  it("cuts off many calls that are each under their own limit", () => {
    const calls = Array.from({ length: 20 }, () => ({ source: "spin(100)", seed: 0 }));
    const limits = { fuel: 1_000_000, batchFuel: 300_000 };
    const found = outcomes({ code: SPIN, calls, limits, order: "afresh" }, reverseDraw());
    const reached = found.findIndex((outcome) => outcome.kind === "timeout");
    expect(reached).toBeGreaterThan(0);
    for (const outcome of found.slice(0, reached)) expect(outcome).toMatchObject({ kind: "value" });
    for (const outcome of found.slice(reached)) expect(outcome).toMatchObject({ kind: "timeout", ofBatch: true });
  });
});
