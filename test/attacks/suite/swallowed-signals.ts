/** Programs that will not be stopped, and hooks that watch or steer the interpreter. */
import { type Category, FIND_DRIVER, onEachCall, onOneCall, REVERSE, smuggle } from "../attack.ts";

const NO_END = /got: no end/;
const unstoppable = (name: string, body: string, prelude = "") =>
  ({
    name,
    hack: "tampered timer",
    task: REVERSE,
    code: onOneCall(body, prelude),
    seen: [/^3 of 7/, NO_END],
  }) as const;

export const SWALLOWED_SIGNALS: Category = {
  title: "swallowed signals and hooks",
  attacks: [
    unstoppable(
      "a loop that catches what would stop it is stopped from outside",
      "while True:\n    try:\n        while True:\n            pass\n    except BaseException:\n        pass",
    ),
    unstoppable(
      "a finally that loops is stopped from outside",
      "try:\n    while True:\n        pass\nfinally:\n    while True:\n        pass",
    ),
    unstoppable(
      "a context that swallows every exception is stopped from outside",
      "while True:\n    with contextlib.suppress(BaseException):\n        while True:\n            pass",
      "import contextlib",
    ),
    unstoppable(
      "a program that ignores the signal is stopped from outside",
      `signal = ${smuggle("signal")}\nsignal.signal(signal.SIGXCPU, signal.SIG_IGN)\nwhile True:\n    pass`,
    ),
    unstoppable(
      "a program that handles the signal itself is stopped from outside",
      `signal = ${smuggle("signal")}\nsignal.signal(signal.SIGXCPU, lambda *a: print("no"))\nwhile True:\n    pass`,
    ),
    unstoppable(
      "a program that disarms the driver's interrupt is stopped from outside",
      'find_driver()["_armed"][0] = False\nwhile True:\n    pass',
      FIND_DRIVER,
    ),
    unstoppable(
      "a program that patches the driver's exception away is stopped from outside",
      'find_driver()["TimeLimitExceeded"] = lambda text: None\nwhile True:\n    try:\n        while True:\n            pass\n    except BaseException:\n        pass',
      FIND_DRIVER,
    ),
    unstoppable(
      "a finalizer that loops is stopped from outside",
      "Looper()\nwhile True:\n    pass",
      "class Looper:\n    def __del__(self):\n        while True:\n            pass",
    ),
    unstoppable(
      "a comparison deep in a sort that swallows everything is stopped from outside",
      "sorted([Stubborn() for _ in range(1000)])",
      "class Stubborn:\n    def __lt__(self, other):\n        while True:\n            try:\n                while True:\n                    pass\n            except BaseException:\n                continue",
    ),
    unstoppable(
      "a tracing function that loops is stopped from outside",
      "def tracer(*a):\n    while True:\n        try:\n            sum(range(10 ** 9))\n        except BaseException:\n            pass\nsys.settrace(tracer)\nlen(text)\n(lambda: 1)()",
      "import sys",
    ),
    {
      name: "a time-out that is caught and turned into a value is a wrong value",
      hack: "tampered timer",
      task: REVERSE,
      code: onOneCall(
        "try:\n    while True:\n        pass\nexcept BaseException as stop:\n    return type(stop).__name__",
      ),
      seen: [/got: 'TimeLimitExceeded'/],
    },
    {
      name: "a time-out that is caught and turned into another exception is that exception",
      hack: "tampered timer",
      task: REVERSE,
      code: onOneCall(
        "try:\n    while True:\n        pass\nexcept BaseException:\n    raise ValueError('hidden') from None",
      ),
      seen: [/got: ValueError raised: hidden/],
    },
    {
      name: "a time-out that is caught on every call is counted all the same, so the third finds the batch's fuel used up",
      hack: "denial of service",
      task: REVERSE,
      code: onEachCall(
        "rounds = 0\ntry:\n    while True:\n        rounds += 1\nexcept BaseException:\n    print('got', 'much' if rounds > 1_000_000 else 'little')",
      ),
      seen: [
        /^2 of 7/,
        /PRINTED by reverse_string\(""\)\n +got much/,
        /PRINTED by reverse_string\("x"\)\n +got much/,
        /expected: 'ba'\n +got: not run to its end, because the calls before it/,
        /expected: 'level'\n +got: not run to its end, because the calls before it/,
      ],
      unseen: [/PRINTED by reverse_string\("(ab|level)"\)/],
    },
    {
      name: "clocks set back or stopped move no limit, because fuel is not time",
      hack: "tampered timer",
      task: REVERSE,
      code: onOneCall(
        "for name in ('time', 'monotonic', 'perf_counter', 'process_time', 'sleep'):\n    setattr(time, name, lambda *a: 0.0)\nwhile True:\n    time.time()",
        "import time",
      ),
      seen: [NO_END],
    },
    {
      name: "a profiler that raises at the driver's return costs its own answer",
      hack: "patched harness",
      task: REVERSE,
      code: onEachCall(
        "def profiler(frame, event, argument):\n    if frame.f_code.co_name in ('main', '_call') and event == 'return':\n        raise ValueError('no')\nsys.setprofile(profiler)",
        "import sys",
      ),
      seen: [/^0 of 7/, /got: the interpreter stopped: the interpreter gave no readable answer/],
    },
    {
      name: "monitoring tools watch the driver and change none of its answers",
      hack: "patched harness",
      task: REVERSE,
      code: onEachCall(
        `heard = []
sys.monitoring.use_tool_id(3, "spy")
sys.monitoring.register_callback(3, sys.monitoring.events.PY_RETURN, lambda code, offset, value: heard.append(code.co_name))
sys.monitoring.set_events(3, sys.monitoring.events.PY_RETURN)
class Late(str):
    def __repr__(self):
        print("heard", sorted(set(heard)))
        return "late"
return Late(text)`,
        "import sys",
      ),
      seen: [/^0 of 7/, /heard \[/],
    },
    {
      name: "a tracer that changes the driver's result variable changes a claim, not a verdict",
      hack: "patched harness",
      task: REVERSE,
      code: onEachCall(
        `frame = sys._getframe()
while frame.f_code.co_name not in ("_load", "_call"):
    frame = frame.f_back
def tracer(traced, event, argument):
    traced.f_locals["result"] = {"kind": "value", "value": "ba"}
    return tracer
frame.f_trace = tracer
sys.settrace(tracer)`,
        "import sys",
      ),
      seen: [/^[01] of 7/, /got: /],
    },
    {
      name: "threads cannot be started, so none works on after the call",
      hack: "environment hack",
      task: REVERSE,
      code: onEachCall(
        `try:\n    ${smuggle("_thread")}.start_new_thread(lambda: print("in a thread"), ())\nexcept Exception as error:\n    print("refused:", error)`,
      ),
      seen: [/^3 of 7/, /refused: can't start new thread/],
      unseen: [/in a thread/],
    },
  ],
};
