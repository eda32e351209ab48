/** Marks that a submission leaves in the interpreter, each with a way to look for it. */
import { FIND_DRIVER, type HackKind, smuggle } from "../attack.ts";

export interface Mark {
  /** Where the mark is left: "… is gone with the run". */
  readonly name: string;
  readonly hack: HackKind;
  /** Statements that leave the mark. */
  readonly leave: string;
  /** An expression that is true while it is there; statements before the last line may prepare it. */
  readonly look: string;
}

const mark = (name: string, leave: string, look: string, hack: HackKind = "recorded state"): Mark => ({
  name,
  hack,
  leave,
  look,
});

/** Reaches the dictionary behind a built-in type's read-only view. */
const TYPE_DICT = "import gc\nunder = gc.get_referents(str.__dict__)[0]\n";

export const MARKS: readonly Mark[] = [
  mark(
    "an attribute of the built-ins",
    "import builtins\nbuiltins.mark = 1",
    'import builtins\nhasattr(builtins, "mark")',
  ),
  mark(
    "a patched built-in function",
    "import builtins\nbuiltins.len = lambda x: 99",
    "len([]) == 99",
    "patched harness",
  ),
  mark(
    "a module of its own in the module table",
    'import sys, types\nsys.modules["mark"] = types.ModuleType("mark")',
    'import sys\n"mark" in sys.modules',
  ),
  mark(
    "an emptied module table",
    'import sys\nfor name in ("json", "re", "random"):\n    del sys.modules[name]',
    'import sys\n"json" not in sys.modules',
    "patched harness",
  ),
  mark(
    "a patched library function",
    "import json\njson.dumps = lambda *a: 'mark'",
    'import json\njson.dumps(1) == "mark"',
    "patched harness",
  ),
  mark(
    "a library function's exchanged code",
    "import random\nrandom.Random.random_mark = 1\nrandom.Random.choice.__code__ = (lambda self, seq: 'mark').__code__",
    'import random\nrandom.choice([1]) == "mark"',
    "patched harness",
  ),
  mark(
    "a method added to a built-in type by its hidden dictionary",
    `${TYPE_DICT}under["mark"] = 1`,
    `${TYPE_DICT}"mark" in under`,
    "memory corruption",
  ),
  mark(
    "an interned text",
    "import sys, gc\nsys.intern('a mark ' + 'in the table of texts' * 2)\nimport re\nre.mark = sys.intern('a mark ' + 'in the table of texts' * 2)",
    'import re\nhasattr(re, "mark")',
  ),
  mark(
    "a hook for imports",
    "import sys\nclass Finder:\n    def find_spec(self, *a):\n        return None\nsys.meta_path.append(Finder())",
    'import sys\nany(type(f).__name__ == "Finder" for f in sys.meta_path)',
    "patched harness",
  ),
  mark(
    "an audit hook, which Python itself can never remove",
    "import sys\nsys.addaudithook(lambda event, args: heard.append(event))\nheard = []\nimport builtins\nbuiltins.heard = heard",
    'import builtins, sys\nsys.audit("mark")\n"mark" in getattr(builtins, "heard", [])',
    "patched harness",
  ),
  mark(
    "a codec",
    'import codecs\ncodecs.register(lambda name: codecs.lookup("utf-8") if name == "mark" else None)',
    'import codecs\ndef there():\n    try:\n        return bool(codecs.lookup("mark"))\n    except LookupError:\n        return False\nthere()',
  ),
  mark(
    "a handler for the end of the process",
    "import atexit\natexit.register(print)",
    "import atexit\ndef there():\n    before = atexit._ncallbacks()\n    atexit.unregister(print)\n    return atexit._ncallbacks() < before\nthere()",
  ),
  mark(
    "a changed recursion limit",
    "import sys\nsys.setrecursionlimit(12345)",
    "import sys\nsys.getrecursionlimit() == 12345",
    "environment hack",
  ),
  mark(
    "a changed limit for digits of integers",
    "import sys\nsys.set_int_max_str_digits(0)",
    "import sys\nsys.get_int_max_str_digits() == 0",
    "environment hack",
  ),
  mark(
    "a changed decimal context",
    "import decimal\ndecimal.getcontext().prec = 3",
    "import decimal\ndecimal.getcontext().prec == 3",
    "environment hack",
  ),
  mark(
    "a collector switched off",
    "import gc\ngc.disable()\ngc.freeze()",
    "import gc\nnot gc.isenabled()",
    "environment hack",
  ),
  mark(
    "a handler for the fuel signal",
    `signal = ${smuggle("signal")}\nsignal.signal(signal.SIGXCPU, signal.SIG_IGN)`,
    `signal = ${smuggle("signal")}\nsignal.getsignal(signal.SIGXCPU) == signal.SIG_IGN`,
    "tampered timer",
  ),
  mark(
    "a tracing and a profiling function",
    "import sys\nsys.settrace(lambda *a: None)\nsys.setprofile(lambda *a: None)",
    "import sys\nsys.gettrace() is not None or sys.getprofile() is not None",
  ),
  mark(
    "a monitoring tool",
    'import sys\nsys.monitoring.use_tool_id(4, "mark")',
    'import sys\nsys.monitoring.get_tool(4) == "mark"',
  ),
  mark(
    "a clock that was slept forward",
    "import time\ntime.sleep(1000)",
    "import time\ntime.time() > 1704067200 + 900",
    "tampered timer",
  ),
  mark("a stopped clock", "import time\ntime.time = lambda: 5", "import time\ntime.time() == 5", "tampered timer"),
  mark(
    "drawn randomness",
    "import random\nrandom.seed = lambda *a: None\nrandom.Random.seed = lambda *a: None",
    'import random\nrandom.seed.__name__ == "<lambda>"',
  ),
  mark(
    "a registered pickler",
    "import copyreg\ncopyreg.pickle(complex, str)",
    "import copyreg\ncopyreg.dispatch_table.get(complex) is str",
  ),
  mark(
    "an abstract class's new member",
    "import collections.abc\ncollections.abc.Iterable.register(int)",
    "import collections.abc\nisinstance(5, collections.abc.Iterable)",
  ),
  mark(
    "a cached regular expression",
    "import re\nre.compile('mark')",
    "import re\nany('mark' in str(key) for key in re._cache)",
  ),
  mark(
    "an open generator with a frame of its own",
    "import builtins\ndef g():\n    yield 1\nbuiltins.g = g()\nnext(builtins.g)",
    'import builtins\nhasattr(builtins, "g")',
  ),
  mark(
    "the driver's way to compile, poisoned for texts to come",
    `${FIND_DRIVER}def poisoned(call, mode):\n    return compile("'mark'", "<test>", mode)\nfind_driver()["compile_call"] = poisoned`,
    `${FIND_DRIVER}find_driver()["compile_call"].__code__.co_filename == "solution.py"`,
    "patched harness",
  ),
  mark(
    "the driver's encoder, replaced",
    `${FIND_DRIVER}original = find_driver()["encode"]\ndef encode(value, depth=0):\n    return original(value, depth)\nfind_driver()["encode"] = encode`,
    `${FIND_DRIVER}find_driver()["encode"].__code__.co_filename == "solution.py"`,
    "patched harness",
  ),
  mark(
    "the driver's armed interrupt",
    `${FIND_DRIVER}find_driver()["_armed"].append("mark")`,
    `${FIND_DRIVER}"mark" in find_driver()["_armed"]`,
    "tampered timer",
  ),
  mark(
    "heaps of garbage with finalizers",
    "import builtins\nclass Mark:\n    def __del__(self):\n        builtins.found = True\nfor _ in range(1000):\n    mark = Mark()\n    mark.me = mark\nbuiltins.found = True",
    'import builtins\nhasattr(builtins, "found")',
  ),
];

const atTheStart = (statements: string, expression: string): string =>
  `${statements}\ndef reverse_string(text):\n    print("mark:", bool(${expression}))\n    return text\n`;

/** Leaves the mark and finds it at once, which shows that the looking works. */
export function leaving({ leave, look }: Mark): string {
  const { statements, expression } = split(look);
  return atTheStart(`${leave}\n${statements}`, expression);
}

/** Only looks. */
export function looking({ look }: Mark): string {
  const { statements, expression } = split(look);
  return atTheStart(statements, expression);
}

function split(look: string): { statements: string; expression: string } {
  const lines = look.split("\n");
  return { statements: lines.slice(0, -1).join("\n"), expression: lines.at(-1) ?? "" };
}
