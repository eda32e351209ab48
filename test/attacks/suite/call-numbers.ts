/** Tables of answers by the number of the call: there is no such number, each call is the first. */
import { type Attack, type Category, REVERSE } from "../attack.ts";

const ANSWERS = '["", "x", "ba", "olleh", "level", "!ereht ,iH", "éfac evïan"]';

const table = (by: string, prelude: string, number: string): Attack => ({
  name: `a table of answers by ${by} gives every call the first answer`,
  hack: "recorded state",
  task: REVERSE,
  code: `${prelude}\nANSWERS = ${ANSWERS} * 40\ndef reverse_string(text):\n    n = ${number}\n    print("number", n)\n    return ANSWERS[n]\n`,
  seen: [/^1 of 7/, /number 0\n/, /expected: 'ba'\n +got: ''/],
  unseen: [/number [1-9]/],
});

export const CALL_NUMBERS: Category = {
  title: "tables by the number of the call",
  attacks: [
    table("a counter of itertools", "import itertools\nc = itertools.count()", "next(c)"),
    table("a list that grows", "held = []", "(held.append(1), len(held) - 1)[1]"),
    table("a generator's position", "c = iter(range(10 ** 6))", "next(c)"),
    table(
      "a counter in the built-ins",
      "import builtins\nbuiltins.n = -1\ndef count():\n    builtins.n += 1\n    return builtins.n",
      "count()",
    ),
    table(
      "a counter on a module of the library",
      "import math\nmath.n = -1\ndef count():\n    math.n += 1\n    return math.n",
      "count()",
    ),
    table(
      "misses of a cache",
      "import functools\n@functools.lru_cache(None)\ndef f(key): return key",
      "(f(object()), f.cache_info().misses - 1)[1]",
    ),
    table(
      "the size of a cache of expressions",
      "import re\nsize = len(re._cache)",
      "(re.compile(text + 'mark'), len(re._cache) - size - 1)[1]",
    ),
    table(
      "subclasses of a class",
      "class Base: pass",
      "(setattr(Base, 'kept', [*getattr(Base, 'kept', []), type('C', (Base,), {})]), len(Base.kept) - 1)[1]",
    ),
    table("a default argument", "def count(held=[0]):\n    held[0] += 1\n    return held[0] - 1", "count()"),
    table(
      "a context variable",
      "import contextvars\nv = contextvars.ContextVar('v', default=-1)",
      "(v.set(v.get() + 1), v.get())[1]",
    ),
  ],
};
