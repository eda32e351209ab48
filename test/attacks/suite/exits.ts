/** Ways out: ends that others take for success, and ends that are meant to break the driver. */
import { type Category, FIND_DRIVER, onEachCall, onOneCall, REVERSE, smuggle } from "../attack.ts";

export const EXITS: Category = {
  title: "exits",
  attacks: [
    {
      name: "an exit with status 0 is an exception like another",
      hack: "early exit",
      task: REVERSE,
      code: onEachCall("sys.exit(0)", "import sys"),
      seen: [/^0 of 7/, /got: SystemExit raised: 0/],
    },
    {
      name: "an exit while the module loads fails every test",
      hack: "early exit",
      task: REVERSE,
      code: 'import sys\nprint("all passed")\nsys.exit(0)\n',
      seen: [/^0 of 7/, /got: SystemExit raised/],
    },
    {
      name: "quit, exit and KeyboardInterrupt are exceptions like another",
      hack: "early exit",
      task: REVERSE,
      code: "def reverse_string(text):\n    if len(text) > 3:\n        raise KeyboardInterrupt\n    raise SystemExit(None)\n",
      seen: [/^0 of 7/, /got: KeyboardInterrupt raised/, /got: SystemExit raised/],
    },
    {
      name: "leaving the process by system call is a crash of that test alone",
      hack: "early exit",
      task: REVERSE,
      code: onOneCall(`${smuggle("posix")}._exit(0)`),
      seen: [/^3 of 7/, /got: the interpreter stopped: the program ended the interpreter/],
    },
    {
      name: "abort is a crash of that test alone",
      hack: "early exit",
      task: REVERSE,
      code: onOneCall(`${smuggle("posix")}.abort()`),
      seen: [/got: the interpreter stopped/],
    },
    {
      name: "a signal sent to oneself ends the call that sent it and no process",
      hack: "early exit",
      task: REVERSE,
      code: onOneCall(
        `signal = ${smuggle("signal")}\nfor number in (signal.SIGTERM, signal.SIGINT, signal.SIGABRT):\n    signal.raise_signal(number)`,
      ),
      seen: [/^3 of 7/, /expected: 'ba'\n +got: the interpreter stopped: the program ended the interpreter/],
    },
    {
      name: "an exit in a finalizer is reported to nobody and changes no result",
      hack: "early exit",
      task: REVERSE,
      code: onEachCall(
        "Leaver()",
        'import sys\nclass Leaver:\n    def __del__(self):\n        print("leaving")\n        sys.exit(0)',
      ),
      seen: [/^3 of 7/, /leaving/],
    },
    {
      name: "a finalizer that leaves the process is a crash of that test alone",
      hack: "early exit",
      task: REVERSE,
      code: onOneCall("Leaver()", `class Leaver:\n    def __del__(self):\n        ${smuggle("posix")}._exit(0)`),
      seen: [/got: the interpreter stopped: the program ended the interpreter/],
    },
    {
      name: "a finalizer that makes its like again and again is given up by Python and changes no result",
      hack: "denial of service",
      task: REVERSE,
      code: onOneCall("Again()", "class Again:\n    def __del__(self):\n        Again()"),
      seen: [/^3 of 7/, /expected: 'ba'\n +got: 'ab'/],
    },
    {
      name: "an exception that cannot say what it is still fails its test",
      hack: "patched harness",
      task: REVERSE,
      code: onEachCall(
        "raise Odd()",
        "class Odd(Exception):\n    def __str__(self):\n        raise SystemExit(0)\n    __repr__ = __str__",
      ),
      seen: [/^0 of 7/, /got: (Odd raised|the interpreter stopped: the interpreter gave no readable answer)/],
    },
    {
      name: "an exception whose type lies about its name and module is told by neither lie",
      hack: "patched harness",
      task: REVERSE,
      code: onEachCall(
        "raise Odd()",
        "class Meta(type):\n    __name__ = __module__ = property(lambda self: 1 / 0)\nclass Odd(Exception, metaclass=Meta):\n    pass",
      ),
      seen: [/^0 of 7/, /expected: 'ba'\n +got: solution\.Odd raised\n/],
      unseen: [/got: (?!solution\.Odd raised)/],
    },
    {
      name: "an exception that names itself after the one expected is not a value",
      hack: "weak matching",
      task: REVERSE,
      code: onEachCall("raise type(text[::-1] or 'x', (Exception,), {'__module__': 'builtins'})(text[::-1])"),
      seen: [/^0 of 7/, /got: solution\.olleh raised: olleh/],
    },
    {
      name: "a traceback that leads in a circle is cut short",
      hack: "denial of service",
      task: REVERSE,
      code: onOneCall(
        `try:
    1 / 0
except ZeroDivisionError as error:
    first = error.__traceback__
try:
    first.tb_next = first
except ValueError as error:
    print("refused:", error)
raise ValueError("circle").with_traceback(first)`,
      ),
      seen: [/refused: traceback loop detected/, /got: ValueError raised: circle/],
    },
    {
      name: "hooks for unhandled exceptions are not asked",
      hack: "patched harness",
      task: REVERSE,
      code: onEachCall(
        "raise ValueError",
        'import sys\nsys.excepthook = sys.unraisablehook = lambda *a: print("hooked")',
      ),
      seen: [/^0 of 7/, /got: ValueError raised/],
      unseen: [/hooked/],
    },
    {
      name: "an encoder that raises leaves its test without an answer",
      hack: "patched harness",
      task: REVERSE,
      code: onEachCall("pass", `${FIND_DRIVER}find_driver()["encode"] = lambda value: 1 / 0`),
      seen: [/^0 of 7/, /got: ZeroDivisionError raised/],
    },
    {
      name: "a driver whose own functions are gone gives no answer",
      hack: "patched harness",
      task: REVERSE,
      code: onEachCall("find_driver().clear()", FIND_DRIVER),
      seen: [/^0 of 7/, /got: the interpreter stopped: the interpreter gave no readable answer/],
    },
    {
      name: "output closed or replaced costs the program its own prints",
      hack: "patched harness",
      task: REVERSE,
      code: onEachCall(
        `print("first")\nsys.stdout.close()\nsys.stdout = sys.stderr = None\n${smuggle("posix")}.close(1)\n${smuggle("posix")}.close(3)`,
        "import sys",
      ),
      seen: [/^3 of 7/, /first/],
    },
  ],
};
