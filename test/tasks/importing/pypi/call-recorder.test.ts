import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseJson } from "../../../../src/ground/parse-json.ts";
import { CALL_ARGUMENTS } from "../../../../src/languages/python/libraries/call-arguments.ts";
import { type Recording, recordingSchema } from "../../../../src/languages/python/libraries/call-recorder.ts";
import { NAMED_OBJECTS } from "../../../../src/languages/python/libraries/named-objects.ts";
import { RECORDED_CALLS } from "../../../../src/languages/python/libraries/recorded-calls.ts";
import { SHOWN_VALUES } from "../../../../src/languages/python/libraries/shown-values.ts";
import { WRITTEN_VALUES } from "../../../../src/languages/python/libraries/written-values.ts";
import { pythonLiteral } from "../../../../src/languages/python/quote.ts";
import { openPythonSandbox } from "../../../../src/sandbox/python/python-sandbox.ts";
import type { Sandbox } from "../../../../src/sandbox/sandbox.ts";

const LIBRARY = `
import functools

def total(numbers, *, start=0):
    return sum(numbers, start)

def drop_last(items):
    items.pop()

def pairs(items):
    for item in items:
        yield item, item

def checked(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)
    return wrapper

@checked
def halved(number):
    return inner(number) / 2

def inner(number):
    return number

def apply(function, value):
    return function(value)

class Stack:
    def __init__(self, *items):
        self.items = [*items]
    def push(self, item):
        self.items.append(item)
    def __len__(self):
        return len(self.items)
    def __repr__(self):
        return "Stack%r" % (self.items,)
    @classmethod
    def of(cls, text):
        return cls(*text)
`;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openPythonSandbox({ workers: 1 });
});
afterAll(() => sandbox.close());

/** What they ask of the operating system stands in for it here, where there is none. */
const PARTS = [NAMED_OBJECTS, WRITTEN_VALUES, SHOWN_VALUES, RECORDED_CALLS, CALL_ARGUMENTS];

/** What is recorded of a test's text that calls the library, without a test runner. */
async function record(body: string): Promise<Recording["calls"]> {
  const settings = JSON.stringify({ packages: ["alias", "library"], roots: ["/tests"], out: "" });
  const code = `
import json, sys, types
os = types.ModuleType("os")
os.environ = {"TRACEFIX_RECORDER": ${pythonLiteral(settings)}}
os.path = types.SimpleNamespace(realpath=str)
library = types.ModuleType("library")
library.__file__ = "/code/library.py"
sys.modules["library"] = library
exec(compile(${pythonLiteral(LIBRARY)}, "/code/library.py", "exec"), library.__dict__)
# It lends what the library has, and comes before it.
alias = types.ModuleType("alias")
alias.__file__ = "/code/alias.py"
alias.total, alias.Stack = library.total, library.Stack
sys.modules["alias"] = alias
${PARTS.join("\n").replace(" os,", "")}

def record(text):
    RECORDER.test = "test_it"
    space = {"library": library}
    run = compile(text, "/tests/test_it.py", "exec")
    sys.setprofile(RECORDER.profile)
    try:
        exec(run, space)
    finally:
        sys.setprofile(None)
    return json.dumps({"calls": [*RECORDER.calls.values()], "seen": 0, "unwritten": 0, "outcomes": {}, "problems": []})
`;
  const { outcomes } = await sandbox.run({ code, calls: [{ source: `record(${pythonLiteral(body)})`, seed: 0 }] });
  const [outcome] = outcomes;
  if (outcome?.kind !== "value" || outcome.value.type !== "str") throw new Error(JSON.stringify(outcome));
  return recordingSchema.parse(parseJson(outcome.value.value)).calls;
}

const textsOf = (calls: Recording["calls"]) => calls.map(({ texts }) => texts[0]);

describe("the recorder", () => {
  test("writes a call with its arguments, and none that the library makes itself", async () => {
    const calls = await record("library.total([1, 2], start=3)\nlibrary.total((1,))\nlibrary.halved(3)");
    expect(textsOf(calls)).toEqual(["library.total([1, 2], start=3)", "library.total((1,))", "library.halved(3)"]);
    expect(calls[0]).toMatchObject({ topic: "library.total", member: "total", modules: ["library"], test: "test_it" });
  });

  test("makes what a call changes in its arguments a part of its value", async () => {
    expect(textsOf(await record("library.drop_last([1, 2])"))).toEqual([
      "argument = [1, 2]\nresult = library.drop_last(argument)\n[result, argument]",
    ]);
  });

  test("builds an object as the test did, with all that was called of it since", async () => {
    const calls = await record("stack = library.Stack(1)\nstack.push(2)\nlen(stack)\nlen(library.Stack.of('ab'))");
    expect(textsOf(calls)).toContain(
      "value = library.Stack(1)\ntry:\n    value.push(2)\nexcept Exception:\n    pass\nlen(value)",
    );
    expect(textsOf(calls)).toContain("len(library.Stack.of('ab'))");
    expect(calls.find(({ texts }) => texts[0] === "repr(library.Stack(1))")).toMatchObject({ topic: "library.Stack" });
  });

  test("asks a generator for its first hundred items", async () => {
    const [call] = await record("list(library.pairs('ab'))");
    expect(call?.texts[0]).toBe("list(itertools.islice(library.pairs('ab'), 100))");
    expect(call?.modules).toEqual(["itertools", "library"]);
  });

  test("leaves out a call whose arguments no text gives", async () => {
    expect(await record("library.apply(str, 1)\nlibrary.total(number for number in [1])")).toMatchObject([
      { topic: "library.apply" },
    ]);
    expect(await record("library.apply(str, object())")).toEqual([]);
  });
});
