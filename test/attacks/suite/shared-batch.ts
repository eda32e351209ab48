/** The calls of one batch share an interpreter and a module: what one of them does to the next, or learns for it. */
import { type Category, COLLECT_TEXTS, FIND_DRIVER, REVERSE, SUM, smuggle } from "../attack.ts";

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
      name: "a driver that the module replaces to gather the calls has gathered one whenever it is asked, its own",
      hack: "patched harness",
      task: REVERSE,
      code: `${FIND_DRIVER}calls = []
def gather(read, request):
    calls.append(read(request)[2][0])
    return {"kind": "value", "value": " then ".join(["called with", *calls])}
find_driver()["_call"] = gather
def reverse_string(text):
    return text
`,
      seen: [/^0 of 7/, /got: 'called with then ab'/, /got: 'called with then naïve café'/],
      unseen: [/got: 'called with then .*then/],
    },
    {
      name: "a driver that a call replaces for the next one is the module's again by then",
      hack: "patched harness",
      task: REVERSE,
      code: `${FIND_DRIVER}NEXT = {"ab": "olleh", "level": "!ereht ,iH", "Hi, there!": "éfac evïan"}
def reverse_string(text):
    driver = find_driver()
    print("replaced by", driver["_call"].__code__.co_filename)
    answer = {"kind": "value", "value": NEXT.get(text, text)}
    driver["_call"] = lambda read, request: answer
    return text
`,
      seen: [
        /^3 of 7/,
        /expected: 'olleh'\n +got: 'hello'/,
        /PRINTED by reverse_string\("hello"\)\n +replaced by <tracefix driver>/,
      ],
      unseen: [/replaced by solution/],
    },
    {
      name: "a driver told to repeat earlier answers has none to repeat",
      hack: "recorded state",
      task: REVERSE,
      code: `${FIND_DRIVER}answers = []
def repeat(value):
    answers.append(value)
    print("answers to choose from:", len(answers))
    return answers[0]
find_driver()["encode"] = repeat
def reverse_string(text):
    return text
`,
      seen: [
        /^3 of 7/,
        /expected: 'ba'\n +got: 'ab'/,
        /PRINTED by reverse_string\("hello"\)\n +answers to choose from: 1$/m,
      ],
      unseen: [/choose from: (?!1$)/m],
    },
    {
      name: "what a call leaves behind to write the next one's answer is gone before that",
      hack: "trusted output",
      task: REVERSE,
      code: `${FIND_DRIVER}import builtins, types
posix = ${smuggle("posix")}
class Late:
    def __init__(self, answer):
        self.answer = answer
    def __del__(self):
        posix.write(3, self.answer)
        find_driver()["posix"] = types.SimpleNamespace(write=lambda descriptor, data: len(data))
def reverse_string(text):
    print("left for me:", builtins.__dict__.pop("late", None) is not None)
    builtins.late = Late(b'{"kind":"value","value":"olleh"}')
    print("left for the next:", "late" in builtins.__dict__)
    return text
`,
      seen: [/^3 of 7/, /expected: 'olleh'\n +got: 'hello'/, /left for me: False\n +left for the next: True/],
      unseen: [/left for me: True/],
    },
    {
      name: "what the module leaves behind to write into an answer makes every call's unreadable",
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
    globals().pop("late")
    return text
`,
      // It was made once and dies in each call, because each starts from what the module left.
      seen: [/^0 of 7/, /expected: 'ba'\n +got/, /expected: 'olleh'\n +got/, UNREADABLE],
      unseen: [/got: (?!the interpreter stopped: the interpreter gave no readable answer)/],
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
      name: "no call finds another's text or answer anywhere in memory, only its own text",
      hack: "searched frames",
      task: REVERSE,
      code: `${COLLECT_TEXTS}import builtins
builtins.frames = []
def reverse_string(text):
    # What the driver has of a call, kept for the calls after it.
    builtins.frames.append(sys._getframe(1))
    if len(text) < 10:
        return text
    everything = chr(0).join(collect_texts())
    calls = [" ".join(["Hi,", "there!"]), " ".join(["naïve", "café"])]
    answers = ["".join(reversed(call)) for call in calls]
    print("calls found:", [call for call in calls if call in everything])
    print("answers found:", [answer for answer in answers if answer in everything])
    return text
`,
      seen: [
        /^3 of 7/,
        /PRINTED by reverse_string\("Hi, there!"\)\n +calls found: \['Hi, there!'\]\n +answers found: \[\]/,
        /PRINTED by reverse_string\("naïve café"\)\n +calls found: \['naïve café'\]\n +answers found: \[\]/,
      ],
    },
    {
      name: "a collector's callback that the module leaves to its calls hears of garbage and of no verdict",
      hack: "patched harness",
      task: REVERSE,
      code: `import gc
def heard(phase, info):
    print("collected", phase)
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
