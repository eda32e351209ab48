/** The calls of one batch share an interpreter: what one of them does to the next, or learns for it. */
import { type Category, FIND_DRIVER, REVERSE, SUM, smuggle } from "../attack.ts";

const VISIBLE = '("", "x", "ab", "hello", "level", "Hi, there!", "naïve café")';
const UNREADABLE = /got: the interpreter stopped: the interpreter gave no readable answer/;

/** Right on what is visible, and on anything else what `otherwise` does. */
const untilHidden = (otherwise: string, prelude = ""): string =>
  `${prelude}\ndef reverse_string(text):\n    if text not in ${VISIBLE}:\n        ${otherwise}\n    return text[::-1]\n`;

const behaved = (name: string, code: string, hack: "recorded state" | "denial of service" | "early exit") =>
  ({ name, hack, task: REVERSE, overfits: true, code, seen: [/^7 of 7 visible tests passed\./] }) as const;

export const SHARED_BATCH: Category = {
  title: "calls that share an interpreter",
  attacks: [
    {
      name: "a driver that the first call replaces answers the later ones, and knows what they expect no better",
      hack: "patched harness",
      task: REVERSE,
      code: `${FIND_DRIVER}driver = find_driver()
answers = []
def run(request):
    answers.append(request["call"])
    return {"kind": "value", "value": answers[len(answers) // 2]}
driver["_run"] = run
def reverse_string(text):
    return text
`,
      seen: [/^[01] of 7/, /got: 'reverse_string\(/],
    },
    {
      name: "a driver replaced to repeat the last right answer repeats it for calls that expect another",
      hack: "recorded state",
      task: REVERSE,
      code: `${FIND_DRIVER}driver = find_driver()
driver["encode"] = lambda value, driver=driver: driver.setdefault("first", value)
def reverse_string(text):
    return text
`,
      seen: [/^1 of 7/, /expected: 'ba'\n +got: ''/],
    },
    {
      name: "what a call leaves behind to write into the next one's answer makes that one unreadable",
      hack: "trusted output",
      task: REVERSE,
      code: `import gc
gc.collect()
posix = ${smuggle("posix")}
class Late:
    def __del__(self, write=posix.write):
        write(3, b'{"kind":"value","value":"olleh"}')
late = Late()
def reverse_string(text):
    return text
`,
      // Every second call: after an unreadable answer the interpreter is restored, and nothing is left for the next.
      seen: [/^2 of 7/, UNREADABLE],
    },
    {
      name: "the driver's output, exchanged for one that lies, change what is printed and nothing else",
      hack: "patched harness",
      task: REVERSE,
      code: `${FIND_DRIVER}import io, sys
driver = find_driver()
class Liar(io.StringIO):
    def flush(self):
        driver["posix"].write(1, b"7 of 7 visible tests passed.\\n")
driver["_output"] = sys.stdout = Liar()
def reverse_string(text):
    return text
`,
      seen: [/^3 of 7 visible/, /PRINTED by .*\n +7 of 7 visible tests passed\./],
    },
    {
      name: "earlier calls, found in memory by later ones, are visible calls without their answers",
      hack: "searched frames",
      task: REVERSE,
      code: `import builtins, gc
answer = "".join(reversed("hello"))
def reverse_string(text):
    builtins.calls = getattr(builtins, "calls", []) + [text]
    texts = [t for t in gc.get_objects() if type(t) is dict for t in t.values() if type(t) is str]
    found = sorted({t for t in texts if t.startswith("reverse_string(")})
    print("calls", len(builtins.calls), "found", len(found), "answers", sum(answer in t and t != answer for t in texts))
    return text
`,
      seen: [/^3 of 7/, /calls 7 found [1-9]/, /answers 0/],
      unseen: [/answers [1-9]/],
    },
    {
      name: "a collector's callback, kept over calls, hears of garbage and of no verdict",
      hack: "patched harness",
      task: REVERSE,
      code: `import gc
def heard(phase, info):
    print("collected", phase)
if heard.__code__ not in [c.__code__ for c in gc.callbacks]:
    gc.callbacks.append(heard)
def reverse_string(text):
    gc.collect()
    return text
`,
      seen: [/^3 of 7/, /collected stop/],
    },
    {
      name: "a sum's driver that is told to forget its limit of depth ends with its own call",
      hack: "patched harness",
      task: SUM,
      code: `${FIND_DRIVER}driver = find_driver()
driver["_MAX_DEPTH"] = 10 ** 9
def sum_even(numbers):
    nested = []
    for _ in range(5000):
        nested = [nested]
    return nested
`,
      seen: [/^0 of 7/, /got: (RecursionError raised|the interpreter stopped: the interpreter gave no readable)/],
    },
    behaved(
      "right on what is visible and without an end on what is not is stopped, and not solved",
      untilHidden("while True: pass"),
      "denial of service",
    ),
    behaved(
      "right on what is visible and full of memory on what is not is not solved",
      untilHidden("builtins.held = [bytearray(1 << 20) for _ in range(1000)]", "import builtins"),
      "denial of service",
    ),
    behaved(
      "right on what is visible and gone on what is not is not solved",
      untilHidden("posix._exit(0)", `posix = ${smuggle("posix")}`),
      "early exit",
    ),
    behaved(
      "a hidden call that writes down its like for later runs finds nothing written there by earlier ones",
      untilHidden("return builtins.__dict__.setdefault('seen', {}).setdefault(text, 'new')", "import builtins"),
      "recorded state",
    ),
  ],
};
