import { openPythonSandbox } from "../../../src/sandbox/python/python-sandbox.ts";
import { type Dialect, describeSandbox } from "../sandbox-contract.ts";

const dialect: Dialect = {
  add: { code: "def add(a, b):\n    return a + b\n", calls: ["add(1, 2)", "add(10, 20)"] },
  counter: {
    code: "count = 0\ndef bump():\n    global count\n    count += 1\n    return count\n",
    calls: ["bump()", "bump()"],
  },
  trace: {
    leave: {
      code: "import builtins, sys, json\nbuiltins.trace = True\nsys.trace = True\njson.trace = True\nsys.setrecursionlimit(5000)",
      calls: ["1"],
    },
    look: {
      code: "import builtins, sys, json",
      calls: ["any(hasattr(m, 'trace') for m in (builtins, sys, json)) or sys.getrecursionlimit() == 5000"],
    },
  },
  traceByCall: {
    leave: { code: "import builtins", calls: ["builtins.trace = 1\nbuiltins.trace"] },
    look: { code: "import builtins", calls: ["hasattr(builtins, 'trace')"] },
  },
  loop: { code: "def spin():\n    x = 0\n    while True:\n        x += 1\n", calls: ["spin()", "1"], lines: [3, 4] },
  stubborn: {
    code: "def spin():\n    while True:\n        try:\n            while True: pass\n        except BaseException: pass\n",
    calls: ["spin()", "1"],
  },
  greedy: { code: "", calls: ["held = []\nwhile True: held.append('x' * 1000000)", "1"] },
  chatty: { code: "", calls: ["while True: print('x' * 100)", "1"] },
  bulky: { code: "", calls: ["'x' * 1000000", "1"] },
  hello: { code: "", calls: ["print('hello')\n1"] },
  raising: {
    code: "def fail(x):\n    return x / 0\n",
    calls: ["fail(1)"],
    type: "ZeroDivisionError",
    module: "builtins",
    message: "division by zero",
  },
  broken: { code: "x = 1\ndef f(:\n    pass\n", calls: ["1", "2"] },
  random: { code: "import random", calls: ["random.random()"] },
};

describeSandbox("sealed CPython", () => openPythonSandbox({ workers: 2, compareEvery: 1 }), dialect);
