/** Which types a returned value may have: built-in ones to the type, and the library's kinds of dict as dicts. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatValue } from "../../../src/languages/python/format.ts";
import { parseLiteral } from "../../../src/languages/python/literal.ts";
import { openPythonSandbox } from "../../../src/sandbox/python/python-sandbox.ts";
import type { Outcome, Sandbox } from "../../../src/sandbox/sandbox.ts";
import { valuesEqual } from "../../../src/sandbox/values/equal.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openPythonSandbox({ workers: 1, compareEvery: 1 });
});
afterAll(() => sandbox.close());

const CODE = `
import array, collections, enum, re, time, types
from collections import *

class Colour(enum.IntEnum):
    RED = 1
class Flag(enum.Flag):
    A = 1
class Word(enum.StrEnum):
    ONE = "one"
Point = collections.namedtuple("Point", "x y")

class OwnCounter(collections.Counter): pass
class OwnOrdered(collections.OrderedDict): pass
class OwnDefault(collections.defaultdict): pass
class Counter(dict):
    """Named as the library's, and none of them."""

class Number:
    """As a number of numpy's: it converts, and it compares as if it were one, or anything else."""
    dtype = "int64"
    def __init__(self, value): self.value = value
    def __index__(self): return self.value
    __int__ = __index__
    def __eq__(self, other): return True
    def __hash__(self): return hash(self.value)
    def item(self): return self.value
class Disguised(dict):
    __class__ = collections.Counter

def ordered():
    made = OrderedDict(a=1, b=2)
    made.move_to_end("a")
    return made
def grouped():
    made = defaultdict(list)
    made["a"].append(collections.Counter("z"))
    return [made]
def tampered():
    collections.Counter.items = collections.Counter.__iter__ = lambda self: iter([("x", 9)])
    return collections.Counter("aab")
def replaced():
    collections.Counter = OwnCounter
    return collections.Counter("aab")
`;

async function call(source: string): Promise<Outcome> {
  const { outcomes } = await sandbox.run({ code: CODE, calls: [{ source, seed: 0 }] });
  const [outcome] = outcomes;
  if (outcome === undefined) throw new Error("no outcome");
  return outcome;
}

async function equals(source: string, literal: string): Promise<boolean> {
  const outcome = await call(source);
  return outcome.kind === "value" && valuesEqual(outcome.value, parseLiteral(literal), { tolerance: null });
}

describe("a dict of the library's own kinds is a dict", () => {
  it.each([
    ["collections.Counter('aab')", "{'a': 2, 'b': 1}"],
    ["collections.Counter()", "{}"],
    ["collections.Counter(a=0)", "{'a': 0}"],
    ["defaultdict(int, a=1)", "{'a': 1}"],
    ["OrderedDict(a=1)", "{'a': 1}"],
    ["grouped()", "[{'a': [{'z': 1}]}]"],
    ["(collections.Counter('a'), {'k': OrderedDict()})", "({'a': 1}, {'k': {}})"],
  ])("%s is %s", async (source, literal) => {
    expect(await equals(source, literal)).toBe(true);
  });

  it("shows an OrderedDict in its own order", async () => {
    const outcome = await call("ordered()");
    expect(outcome.kind === "value" && formatValue(outcome.value)).toBe("{'b': 2, 'a': 1}");
  });

  it("is what it holds, whatever the program has made of its class", async () => {
    expect(await equals("tampered()", "{'a': 2, 'b': 1}")).toBe(true);
  });

  it("is still no other type, and holds what it holds", async () => {
    expect(await equals("collections.Counter('a')", "{'a': 2}")).toBe(false);
    expect(await equals("collections.Counter('a')", "{'a': True}")).toBe(false);
    expect(await equals("collections.Counter('a')", "['a']")).toBe(false);
  });
});

describe("what is foreign equals nothing", () => {
  it.each([
    // A class of the program's own can change what anything done with it gives.
    ["OwnCounter('a')", "{'a': 1}"],
    ["OwnOrdered(a=1)", "{'a': 1}"],
    ["OwnDefault(int, a=1)", "{'a': 1}"],
    ["Counter(a=1)", "{'a': 1}"],
    ["replaced()", "{'a': 2, 'b': 1}"],
    ["Disguised(a=1)", "{'a': 1}"],
    ["Point(1, 2)", "(1, 2)"],
    ["Colour.RED", "1"],
    ["Flag.A", "1"],
    ["Word.ONE", "'one'"],
    ["Number(1)", "1"],
    // The library's, but no dict, list, tuple, int or bytes to Python either.
    ["deque([1])", "[1]"],
    ["UserDict(a=1)", "{'a': 1}"],
    ["UserList([1])", "[1]"],
    ["ChainMap({'a': 1})", "{'a': 1}"],
    ["types.MappingProxyType({'a': 1})", "{'a': 1}"],
    ["array.array('i', [1])", "[1]"],
    ["bytearray(b'a')", "b'a'"],
    ["range(2)", "[0, 1]"],
    ["{'a': 1}.keys()", "{'a'}"],
    ["{'a': 1}.items()", "[('a', 1)]"],
    ["iter([1])", "[1]"],
    // The library's subclasses of them, which are more than what they are derived from.
    ["time.gmtime(0)", "(1970, 1, 1, 0, 0, 0, 3, 1, 0)"],
    ["re.IGNORECASE", "2"],
  ])("%s is not %s", async (source, literal) => {
    expect(await call(source)).toMatchObject({ kind: "value", value: { type: "other" } });
    expect(await equals(source, literal)).toBe(false);
  });

  it.each([
    ["True", "1"],
    ["1", "True"],
    ["1", "1.0"],
    ["1.0", "1"],
    ["[1]", "(1,)"],
    ["{1}", "frozenset({1})"],
    ["b'a'", "'a'"],
  ])("and of the built-in types each is its own: %s is not %s", async (source, literal) => {
    expect(await equals(source, literal)).toBe(false);
  });
});
