import { openPythonSandbox } from "../../../src/sandbox/python/python-sandbox.ts";
import type { Dialect } from "../dialect.ts";
import { describeSandbox } from "../sandbox-contract.ts";

const HELPER = `count = 0
def bump():
    global count; count += 1; return count
def fail():
    return 1 / 0
`;

/** By whatever could open it: the built-in, and the operating system's own call behind it. */
const READS_FILES = `
import sys
posix, found = sys.modules["posix"], []
for read in (open, posix.stat, posix.listdir, lambda path: posix.open(path, 0)):
    for path in ("helper.py", "/helper.py", "./solution.py", "/", "/etc/passwd"):
        try:
            found.append(read(path))
        except OSError:
            pass
found != []`.trimStart();

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
  pair: {
    entry: { path: "solution.py", text: "from helper import bump, fail\n" },
    helper: {
      path: "helper.py",
      text: HELPER,
      other: HELPER.replace("count = 0", "count = 10"),
      broken: "count = 0\ndef bump(:\n    pass\n",
    },
    shown: '  File "helper.py", line 5, in fail\n    return 1 / 0\n',
    isReadable: READS_FILES,
  },
};

describeSandbox("sealed CPython", () => openPythonSandbox({ workers: 2, compareEvery: 1 }), dialect);
