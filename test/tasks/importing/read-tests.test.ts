import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPythonSandbox } from "../../../src/sandbox/python/python-sandbox.ts";
import type { Sandbox } from "../../../src/sandbox/sandbox.ts";
import { readKnownCalls } from "../../../src/tasks/importing/known-calls.ts";
import type { RawProgram } from "../../../src/tasks/importing/raw-program.ts";

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await openPythonSandbox({ workers: 1 });
});
afterAll(() => sandbox.close());

const PROGRAM = `import collections

class Stack:
    def __init__(self):
        self.items = []
    def push(self, item):
        self.items.append(item)
    def pop(self):
        return self.items.pop()

class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next

Point = collections.namedtuple("Point", "x y")

def twice(n):
    return 2 * n

def halves(n):
    return n / 2

def sort_in_place(items):
    items.sort()

def count_up(n):
    yield from range(n)

def forever():
    while True:
        yield 1

def linked(items):
    node = None
    for item in reversed(items):
        node = Node(item, node)
    return node

def point(x, y):
    return Point(x, y)

def queue(items):
    return collections.deque(items)

def endless(n):
    while n == 13:
        pass
    return n
`;

function raw(tests: readonly string[]): RawProgram {
  return {
    name: "toolbox",
    title: "Toolbox",
    description: "",
    entryPoint: "twice",
    solution: PROGRAM,
    bugs: [],
    tests,
    moduleNames: ["toolbox"],
    helpers: {},
    isStripped: false,
    tags: [],
    source: "",
    license: "",
    licenseText: null,
  };
}

async function callsOf(...tests: readonly string[]) {
  const known = await readKnownCalls(raw(tests), PROGRAM, { sandbox });
  if ("code" in known) throw new Error(`${known.code}: ${known.details.join("; ")}`);
  return known.calls.map(({ call }) => call);
}

async function read(...tests: readonly string[]) {
  return readKnownCalls(raw(tests), PROGRAM, { sandbox });
}

describe("the calls of tests", () => {
  test.each<[string, string, readonly string[]]>([
    [
      "are the side of an assert that the program has a part in",
      "assert twice(2) == 4\nassert 6 == twice(3)",
      ["twice(2)", "twice(3)"],
    ],
    ["are what is said to be None", "assert sort_in_place([]) is None", ["sort_in_place([])"]],
    [
      "are each part of an assert that says several things",
      "assert twice(1) == 2 and twice(2) == 4",
      ["twice(1)", "twice(2)"],
    ],
    ["are the whole of a check that compares otherwise", "assert twice(2) > 3", ["twice(2) > 3"]],
    [
      "are a truth value where an assert asks for nothing more",
      "assert not sort_in_place([1])",
      ["not sort_in_place([1])"],
    ],
    ["keep what the test does with the value", "assert round(halves(3), 1) == 1.5", ["round(halves(3), 1)"]],
    [
      "have what a loop gives in the place of its names",
      "for n, m in [(1, 2), (3, 6)]:\n    assert twice(n) == m",
      ["twice(1)", "twice(3)"],
    ],
    [
      "stand behind the statements that they need, and no others",
      "other = 5\nitems = [2, 1]\nsort_in_place(items)\nassert items == [1, 2]",
      ["items = [2, 1]\nsort_in_place(items)\nitems"],
    ],
    [
      "follow an object through its methods",
      "s = Stack()\ns.push(1)\ns.push(2)\nassert s.pop() == 2\nassert s.pop() == 1",
      ["s = Stack()\ns.push(1)\ns.push(2)\ns.pop()", "s = Stack()\ns.push(1)\ns.push(2)\ns.pop()\ns.pop()"],
    ],
    [
      "keep what the asserts before them asked, where that may have changed something",
      "items = [2, 1]\nassert sort_in_place(items) is None\nassert len(items) == 2\nassert items == [1, 2]",
      [
        "items = [2, 1]\nsort_in_place(items)",
        "items = [2, 1]\nsort_in_place(items)\nlen(items)",
        "items = [2, 1]\nsort_in_place(items)\nitems",
      ],
    ],
    [
      "are those of test functions",
      "def test_small():\n    assert twice(1) == 2\n\ndef helper():\n    assert False",
      ["twice(1)"],
    ],
    [
      "are those of test classes with what they set up",
      "class TestTwice:\n    def setup_method(self):\n        pass\n    def test_it(self):\n        assert twice(4) == 8",
      ["twice(4)"],
    ],
    [
      "are those of check, whatever it calls its function",
      "def check(candidate):\n    assert candidate(5) == 10\n\ncheck(twice)",
      ["twice(5)"],
    ],
    [
      "are one for each case of parametrize",
      "import pytest\n@pytest.mark.parametrize('n, m', [(1, 2), pytest.param(2, 4)])\ndef test_it(n, m):\n    assert twice(n) == m",
      ["twice(1)", "twice(2)"],
    ],
    [
      "name the program as their module does",
      "import toolbox as t\ndef test_it():\n    assert t.twice(2) == 4\n    assert twice(1) == 2",
      ["import solution as t\nt.twice(2)", "twice(1)"],
    ],
    [
      "bring a test's own helper along",
      "def make(n):\n    return n + 1\n\ndef test_it():\n    assert twice(make(1)) == 4",
      ["def make(n):\n    return n + 1\ntwice(make(1))"],
    ],
    [
      "take numbers that a test draws",
      "import random\nfor _ in range(2):\n    n = random.randint(7, 7)\n    assert twice(n) == 14",
      ["twice(7)"],
    ],
    ["are written in one line", "assert twice(\n    4\n) == 8", ["twice(4)"]],
  ])("%s", async (_, text, calls) => {
    expect(await callsOf(text)).toEqual(calls);
  });

  test.each<[string, string, string]>([
    ["an iterator becomes a list", "assert count_up(3) != 4\nassert next(iter(count_up(2))) == 0", "count_up(3) != 4"],
    [
      "a generator that is compared with itself is asked for its truth",
      "x = count_up(2)\nassert x == x",
      "x = count_up(2)\nx == x",
    ],
    ["a queue becomes a list", "import collections\nassert queue([1]) == collections.deque([1])", "list(queue([1]))"],
    ["a named tuple becomes a tuple", "assert point(1, 2) == (1, 2)", "tuple(point(1, 2))"],
    [
      "linked nodes become the list of their values",
      "class Same:\n    def __eq__(self, other):\n        return True\nassert linked([1, 2]) == Same()",
      "_node = linked([1, 2])\n_values = []",
    ],
  ])("%s", async (_, text, start) => {
    const [call = ""] = await callsOf(text);
    expect(call.startsWith(start)).toBe(true);
  });

  test("have the tolerance that their check allows", async () => {
    const known = await read(
      "import math, pytest\nassert abs(halves(1) - 0.5) < 1e-6\nassert halves(3) == pytest.approx(1.5, abs=0.25)\nassert math.isclose(halves(5), 2.5, abs_tol=0.125)",
    );
    expect(known).toMatchObject({
      calls: [
        { call: "halves(1)", tolerance: 1e-6 },
        { call: "halves(3)", tolerance: 0.25 },
        { call: "halves(5)", tolerance: 0.125 },
      ],
    });
  });

  test("are expected to raise where the test says so", async () => {
    const known = await read(
      "import pytest\ndef test_it():\n    s = Stack()\n    with pytest.raises(IndexError):\n        s.pop()",
    );
    expect(known).toMatchObject({ calls: [{ call: "s = Stack()\ns.pop()", raises: true }] });
  });
});

describe("a check is left out and counted", () => {
  test("where the right program does not meet it", async () => {
    expect(await read("assert twice(1) == 2\nassert twice(2) == 5")).toMatchObject({
      calls: [{ call: "twice(1)" }],
      warnings: [{ code: "checks-disagree", count: 1 }],
    });
  });

  test("where nothing ends it, while the other cases are read", async () => {
    const text = "import pytest\n@pytest.mark.parametrize('n', [1, 13])\ndef test_it(n):\n    assert endless(n) == n";
    expect(await read(text)).toMatchObject({
      calls: [{ call: "endless(1)" }],
      warnings: [{ code: "checks-unread", count: 1 }],
    });
  });

  test("where a fixture would have to give something", async () => {
    expect(await read("def test_it(stack):\n    assert twice(1) == 2")).toMatchObject({
      code: "no-calls",
      details: ["test_it takes stack, which no parametrize gives"],
    });
  });
});

describe("tests that say nothing are refused", () => {
  test.each([
    ["without any check", "x = twice(1)", "no-tests"],
    ["of which none holds", "assert twice(1) == 3", "tests-disagree"],
    ["that do not parse", "assert twice(1 ==", "no-calls"],
    ["that import what is not there", "import numpy\nassert twice(1) == 2", "no-calls"],
  ])("%s", async (_, text, code) => {
    expect(await read(text)).toMatchObject({ code });
  });

  test("as is a program that does not parse, or has no end when it is executed", async () => {
    expect(await readKnownCalls(raw([]), "def twice(n:", { sandbox })).toMatchObject({ code: "broken-code" });
    expect(await readKnownCalls(raw([]), "while True:\n    pass\n", { sandbox })).toMatchObject({ code: "too-slow" });
  });
});
