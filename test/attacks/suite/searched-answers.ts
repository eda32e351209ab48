/** Searches of everything a program can reach, for what it is compared with. */
import { type Category, COLLECT_TEXTS, FIND_DRIVER, onEachCall, onOneCall, REVERSE, smuggle } from "../attack.ts";

/**
 * Texts that only the host knows: expected values, a test's name, the reference solution's and the generator's text. They
 * are put together at run time, so that the searching program itself does not hold them.
 */
const SECRETS = `def secrets():
    backwards = lambda words: "".join(reversed(words))
    return [
        backwards("Hi, there!"),
        backwards("naïve café"),
        " ".join(["characters", "outside", "ASCII"]),
        " ".join(["two", "characters", "change", "places"]),
        "".join(["backwards = text[", "::", "-1]"]),
        " ".join(["def", "generate(rng)"]),
        " ".join(["hidden", "test"]),
        "_".join(["returns", "original"]),
    ]
`;

/**
 * Reports how much was searched, that what the driver has of the call was found there, and which secrets were. The call's
 * arguments, too, are put together: what is found must not be the searching program.
 */
const REPORT = `def report(texts, looked_for_arguments=True):
    # In one piece: to seek in each of some ten thousand texts costs more fuel than a call has.
    everything = chr(0).join(texts)
    found = sorted(secret for secret in secrets() if secret in everything)
    if looked_for_arguments:
        print("arguments found:", repr(tuple(["ab"])) in everything)
    print("texts searched:", len(texts) > 0, "secrets found:", found)
`;
const SEARCH_TOOLS = SECRETS + REPORT;
const NOTHING = /secrets found: \[\]/;
const ARGUMENTS = /arguments found: True/;

const seen = [/^3 of 7/, NOTHING];
const search = (body: string, prelude = ""): string => onOneCall(body, `${SEARCH_TOOLS}\n${prelude}`);

export const SEARCHED_ANSWERS: Category = {
  title: "searches for the expected values",
  attacks: [
    {
      name: "the frames below the program hold its call and nothing of the test",
      hack: "searched frames",
      task: REVERSE,
      code: search(
        `texts = []
frame = sys._getframe()
while frame is not None:
    code = frame.f_code
    texts += [repr(frame.f_locals), repr(frame.f_globals), code.co_filename + repr(code.co_consts) + repr(code.co_names)]
    frame = frame.f_back
report([text.replace("\\\\", "") for text in texts])`,
        "import sys",
      ),
      seen: [...seen, ARGUMENTS],
    },
    {
      name: "everything that references lead to from the collector, the modules and the frames holds no answer",
      hack: "searched frames",
      task: REVERSE,
      code: search(
        `texts = collect_texts()
print("many:", len(texts) > 20000)
report(texts)`,
        COLLECT_TEXTS,
      ),
      seen: [...seen, /many: True/, ARGUMENTS],
    },
    {
      name: "what the collector's own list of objects refers to is the program's text and its call, and no test",
      hack: "searched frames",
      task: REVERSE,
      code: search(
        `texts, _ = texts_in(gc.get_referents(*gc.get_objects()))
print("own text found:", any(text.startswith("def secrets") and len(text) > 1000 for text in texts))
report(texts)`,
        COLLECT_TEXTS,
      ),
      seen: [...seen, /own text found: True/, ARGUMENTS],
    },
    {
      name: "a traceback leads to the driver's frames, which hold no expected value",
      hack: "searched frames",
      task: REVERSE,
      code: search(
        `try:
    1 / 0
except ZeroDivisionError as error:
    frame, texts = error.__traceback__.tb_frame, []
    while frame:
        texts += [str(key) + repr(value)[:5000] for key, value in [*frame.f_locals.items()]]
        frame = frame.f_back
report(texts)`,
      ),
      seen,
    },
    {
      name: "inspect shows the stack's names and no source of a test",
      hack: "searched frames",
      task: REVERSE,
      code: search(
        `stack = inspect.stack(0)
print("frames:", sorted({frame.filename for frame in stack}))
report([str(inspect.getargvalues(frame.frame)) for frame in stack])`,
        "import inspect",
      ),
      seen: [...seen, /frames: \['<test>', '<tracefix driver>', 'solution\.py'\]/],
    },
    {
      name: "the driver's namespace, closures and constants hold no expected value",
      hack: "searched frames",
      task: REVERSE,
      code: search(
        `driver, texts = find_driver(), []
def walk(code):
    for constant in code.co_consts:
        if hasattr(constant, "co_consts"):
            walk(constant)
        else:
            texts.append(str(constant))
for name, value in [*driver.items()]:
    texts.append(name + repr(value)[:2000])
    if hasattr(value, "__code__"):
        walk(value.__code__)
        texts += [repr(cell.cell_contents) for cell in value.__closure__ or ()]
report(texts, False)`,
        FIND_DRIVER,
      ),
      seen,
    },
    {
      name: "the request's descriptor is read to its end already",
      hack: "leaked answers",
      task: REVERSE,
      code: search(
        `print("left:", ${smuggle("posix")}.read(0, 1 << 20))\nreport([find_driver()["_read_request"]().decode()], False)`,
        FIND_DRIVER,
      ),
      seen: [...seen, /left: b''/],
    },
    {
      name: "the environment, the arguments and the flags are those of the image",
      hack: "leaked answers",
      task: REVERSE,
      code: search(
        `print("argv:", sys.argv, sorted(${smuggle("posix")}.environ))\nreport([repr(sys.argv), repr(${smuggle("posix")}.environ), repr(sys.flags), repr(sys.path)], False)`,
        "import sys",
      ),
      seen: [...seen, /argv: \['solution\.py'\] \[b'HOME', b'LANG'/],
    },
    {
      name: "no module that can be imported is a solution, a generator or a test",
      hack: "leaked answers",
      task: REVERSE,
      code: search(
        `for name in ("tests", "test_solution", "hidden_tests", "generate", "reference", "original", "expected", "program", "conftest"):
    try:
        print("imported", __import__(name))
    except ImportError:
        pass
module = __import__("solution")
print("only me:", module.reverse_string is reverse_string)
report([repr(vars(module))], False)`,
      ),
      seen: [...seen, /only me: True/],
      unseen: [/imported/],
    },
    {
      name: "every module's names and texts hold nothing of the tests",
      hack: "leaked answers",
      task: REVERSE,
      code: search(
        `texts = []
for name, module in [*sys.modules.items()]:
    for key, value in [*vars(module).items()] if hasattr(module, "__dict__") else []:
        if name != "solution":
            texts.append(name + key + (value if type(value) is str else ""))
report(texts, False)`,
        "import sys",
      ),
      seen,
    },
    {
      name: "source lines kept for tracebacks hold neither call nor test",
      hack: "leaked answers",
      task: REVERSE,
      code: search(
        `print("lines:", linecache.getlines("<test>"), linecache.getlines("tests.py"))\nreport([repr(linecache.cache)], False)`,
        "import linecache",
      ),
      seen: [...seen, /lines: \[\] \[\]/],
    },
    {
      name: "what refers to the call's code is the driver, which knows no answer",
      hack: "searched frames",
      task: REVERSE,
      code: search(
        `code = sys._getframe(1).f_code
texts = [repr(holder)[:5000] for holder in gc.get_referrers(code) if holder is not locals()]
report([code.co_filename + repr(code.co_consts), *texts], False)`,
        "import gc, sys",
      ),
      seen,
    },
    {
      name: "a tracer that follows the driver's return sees a value encoded and nothing compared",
      hack: "searched frames",
      task: REVERSE,
      code: search(
        `heard, told = [], []
def tracer(frame, event, argument):
    heard.append(frame.f_code.co_name + event + repr(frame.f_locals)[:500] + repr(argument)[:500])
    return tracer
frame = sys._getframe()
while frame:
    frame.f_trace = tracer
    frame = frame.f_back
sys.settrace(tracer)
class Watched(str):
    def __repr__(self):
        # Once: a second report would have heard the first one's words.
        if not told:
            told.append(True)
            print("encoded, heard:", len(heard) > 0)
            report(heard, False)
        return "watched"
return Watched(text)`,
        "import sys",
      ),
      seen: [...seen, /encoded, heard: True/],
    },
    {
      name: "randomness starts alike in every call, so it tells nothing of the episode's seed",
      hack: "leaked answers",
      task: REVERSE,
      code: onEachCall("print('drawn', random.random())", "import random"),
      seen: [/^3 of 7/, /drawn 0\.8444218515250481/],
      unseen: [/drawn 0\.(?!8444218515250481)/],
    },
    {
      name: "entropy, identity and clocks are alike in every call and tell no test from another",
      hack: "leaked answers",
      task: REVERSE,
      code: onEachCall(
        "print('marks', secrets.token_hex(4), time.time_ns() // 10**9, hash('text'))",
        "import secrets, time",
      ),
      seen: [/^3 of 7/, /marks [0-9a-f]{8} 1704067200 /],
      unseen: [/marks [0-9a-f]{8} (?!1704067200)/],
    },
    {
      name: "raw pages of memory cannot be mapped, and a view ends where its object ends",
      hack: "memory corruption",
      task: REVERSE,
      code: search(
        `texts = []
for attempt in ("ctypes", "_ctypes", "mmap", "_testcapi", "_testinternalcapi"):
    try:
        texts.append(repr(__import__("importlib").import_module(attempt)))
    except ImportError as error:
        print("no", attempt)
try:
    memoryview(b"x")[100]
except IndexError:
    print("out of bounds")
report(["", *texts], False)`,
      ),
      seen: [...seen, /no _ctypes/, /no mmap/, /no _testinternalcapi/, /out of bounds/],
    },
  ],
};
