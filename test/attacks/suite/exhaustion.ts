/** More of everything than there is: each costs the one call that asks for it. */
import { type Category, onOneCall, REVERSE, smuggle } from "../attack.ts";

const NO_END = /got: no end/;
const MEMORY = /got: (memory exhausted|MemoryError raised)/;
const TOO_MUCH = /got: more output, or a larger value, than is allowed/;
const ANY_END = /got: (no end|memory exhausted|RecursionError raised|MemoryError raised|OverflowError raised)/;

const attack = (name: string, body: string, reason: RegExp, prelude = "") =>
  ({
    name,
    hack: "denial of service",
    task: REVERSE,
    code: onOneCall(body, prelude),
    seen: [/^3 of 7/, reason],
  }) as const;

export const EXHAUSTION: Category = {
  title: "exhausted resources",
  attacks: [
    attack("a loop without an end uses up its own fuel", "while True:\n    pass", NO_END),
    attack("work inside one built-in uses up fuel too", "sum(range(10 ** 12))", NO_END),
    attack(
      "a regular expression that backtracks for ever uses up fuel",
      're.match(r"(a+)+$", "a" * 40 + "b")',
      NO_END,
      "import re",
    ),
    attack(
      "a search for a needle that almost matches everywhere uses up fuel",
      'for _ in range(10 ** 6):\n    ("a" * 10 ** 6 + "b").count("a" * 500 + "c")',
      NO_END,
    ),
    attack(
      "hash collisions by the hundred thousand use up fuel",
      "table = {i * (2 ** 61 - 1): i for i in range(10 ** 6)}",
      NO_END,
    ),
    attack(
      "objects that all hash alike use up fuel",
      "table = {Alike(): i for i in range(10 ** 6)}",
      NO_END,
      "class Alike:\n    def __hash__(self):\n        return 1",
    ),
    attack(
      "an exponential recursion uses up fuel",
      "fib(60)",
      NO_END,
      "def fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)",
    ),
    attack(
      "a sleep of ten years moves the clock and takes no time",
      "time.sleep(315360000)\nraise ValueError(time.time())",
      /got: ValueError raised: 2019427/,
      "import time",
    ),
    attack(
      "entropy by the megabyte is paid for by the byte",
      `urandom = ${smuggle("posix")}.urandom\nwhile True:\n    urandom(1 << 20)`,
      NO_END,
    ),
    attack(
      "hashing megabytes for ever is paid for, although the work is unrolled and hardly loops",
      "data = bytes(1 << 20)\nwhile True:\n    hashlib.sha512(data)",
      NO_END,
      "import hashlib",
    ),
    attack(
      "asking the calendar for ever is paid for",
      "while True:\n    datetime.datetime.now()",
      NO_END,
      "import datetime",
    ),
    attack(
      "system calls for ever are paid for",
      `stat = ${smuggle("posix")}.stat\nwhile True:\n    try:\n        stat("/")\n    except OSError:\n        pass`,
      NO_END,
    ),
    attack(
      "a heap filled megabyte by megabyte ends at its cap",
      "held = []\nwhile True:\n    held.append(bytearray(1 << 20))",
      MEMORY,
    ),
    attack(
      "a single object larger than memory is refused",
      "bytearray(1 << 40)",
      /got: (memory exhausted|OverflowError raised|MemoryError raised)/,
    ),
    attack(
      "a heap that is filled and held where every later call would miss it is given back before the next",
      "import builtins\nbuiltins.held = held = []\nwhile True:\n    held.append(bytearray(1 << 20))",
      MEMORY,
    ),
    attack("a text larger than memory is refused", '"x" * (1 << 30)', MEMORY),
    attack(
      "a small archive that unpacks to gigabytes ends at the cap",
      "data = zlib.compress(bytes(1 << 24), 9)\nwhile True:\n    data = zlib.decompress(zlib.compress(data, 0)) + bytes(1 << 25)",
      ANY_END,
      "import zlib",
    ),
    attack("memory freed and taken again for ever uses up fuel", "while True:\n    bytearray(1 << 22)", NO_END),
    attack(
      "a cycle of garbage without an end uses up fuel or memory",
      "while True:\n    link = []\n    link.append(link)",
      ANY_END,
    ),
    attack("recursion without an end is a RecursionError", "reverse_string(text)", /got: RecursionError raised/),
    attack(
      "recursion with the limit lifted ends all the same",
      "sys.setrecursionlimit(10 ** 9)\nreverse_string(text)",
      ANY_END,
      "import sys",
    ),
    attack(
      "recursion through C code ends all the same",
      "nested = []\nfor _ in range(10 ** 5):\n    nested = [nested]\nrepr(nested)",
      /got: (RecursionError raised|no end|memory exhausted)/,
    ),
    attack("an endless print ends at the cap of output", 'while True:\n    print("x" * 1000)', TOO_MUCH),
    attack("one line of fifty megabytes ends at the cap of output", 'print("x" * 50_000_000)', TOO_MUCH),
    attack(
      "an endless write past Python's own streams ends at the cap of output",
      `write = ${smuggle("posix")}.write\nwhile True:\n    write(2, b"x" * 5000)`,
      TOO_MUCH,
    ),
    attack("a value larger than may be returned is refused", 'return "x" * 10_000_000', TOO_MUCH),
    ...["[1] * 30_000", "[[] for _ in range(8_000)]", "{i: i for i in range(5_000)}", "(True,) * 12_000"].map(
      (value) => ({
        ...attack(`a value that is short to write and expensive to take over is refused: ${value}`, "", TOO_MUCH),
        code: `def reverse_string(text):\n    return ${value}\n`,
        seen: [/^0 of 7/, TOO_MUCH],
      }),
    ),
    attack("an integer of a gigabyte is not computed", "return 2 ** 10 ** 10", ANY_END),
    attack(
      "an integer of two hundred thousand bits is returned, compared and shown at once",
      "return (1 << 200_000) - 3",
      /expected: 'ba'\n +got: 0xf{200}/,
    ),
    attack(
      "an integer's digits take no quadratic time",
      "str(1 << 10_000_000)",
      /got: (ValueError raised: Exceeds the limit|no end)/,
    ),
    attack(
      "an integer's digits with the limit lifted use up fuel",
      "sys.set_int_max_str_digits(0)\nwhile True:\n    str(1 << 3_000_000)",
      ANY_END,
      "import sys",
    ),
    attack(
      "a value nested a thousand deep ends in a stub",
      "nested = []\nfor _ in range(1000):\n    nested = [nested]\nreturn nested",
      /got: \[{60}/,
    ),
    attack(
      "a value that contains itself ends in a stub",
      "nested = {}\nnested[1] = nested\nreturn nested",
      /got: \{1: \{1: /,
    ),
    attack(
      "a value that shares one part twice at each level grows past the cap, not past memory",
      "nested = [0]\nfor _ in range(60):\n    nested = [nested, nested]\nreturn nested",
      /got: (no end|memory exhausted|more output)/,
    ),
    attack(
      "a repr that never ends costs its own call",
      "return Endless()",
      NO_END,
      "class Endless:\n    def __repr__(self):\n        while True:\n            pass",
    ),
    attack(
      "a repr of a hundred megabytes is cut",
      "return Long()",
      /got: (<Long: x{100}|memory exhausted|no end)/,
      'class Long:\n    def __repr__(self):\n        return "x" * 50_000_000',
    ),
    attack("a message of ten megabytes is cut", 'raise ValueError("x" * 10_000_000)', /got: ValueError raised: x{100}/),
    attack(
      "an exception type with a name of a megabyte is refused as too large",
      'raise type("N" * 1_000_000, (Exception,), {})()',
      /got: (more output|N{100})/,
    ),
    attack(
      "code that takes longer to compile than to run uses up fuel",
      'for size in range(1, 10 ** 6):\n    compile("x = [" + "1," * 2000 * size + "]", "made", "exec")',
      ANY_END,
    ),
    attack(
      "brackets nested a hundred thousand deep do not parse",
      'eval("(" * 100_000)',
      /got: (SyntaxError|MemoryError|RecursionError) raised|memory exhausted/,
    ),
    attack("a quadratic sum of texts uses up fuel", 'held = ("x",)\nwhile True:\n    held += held[:1000]', ANY_END),
    attack(
      "a sort with a comparison that never settles uses up fuel",
      "while True:\n    sorted(range(1000), key=functools.cmp_to_key(lambda a, b: 1))",
      NO_END,
      "import functools",
    ),
    attack(
      "a product of everything with everything uses up fuel",
      "collections.deque(itertools.product(range(10 ** 4), repeat=3), maxlen=0)",
      ANY_END,
      "import collections, itertools",
    ),
    attack(
      "a text appended to itself past memory is no operation of nameless types",
      'held = "a"\nwhile True:\n    held = held + held',
      MEMORY,
    ),
    attack(
      "memory that is full to the last corner leaves room to say so",
      "held = ()\nwhile True:\n    held = (held, bytearray(10_000))",
      MEMORY,
    ),
    attack("waiting for input ends at once", "input()", /got: EOFError raised/),
    attack(
      "waiting for a queue that nobody fills cannot hang",
      "queue.Queue().get(timeout=1)",
      /got: _queue\.Empty raised/,
      "import queue",
    ),
  ],
};
