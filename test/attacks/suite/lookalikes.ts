/** Values that claim to equal whatever they are compared with, or only look right. */
import { BRACKETS, type Category, FLATTEN, onEachCall, REVERSE, SEARCH, SUM, WORDS } from "../attack.ts";

/** Right answers, so that only their disguise can make them fail. */
const RIGHT_SEARCH = "(items.index(target) if target in items else -1)";
const RIGHT_FLATTEN = `def flat(items):
    return [leaf for item in items for leaf in (flat(item) if type(item) is list else [item])]
`;
const ALWAYS_EQUAL = `__eq__ = lambda self, other: True
    __ne__ = lambda self, other: False
    __hash__ = lambda self: 0`;

export const LOOKALIKES: Category = {
  title: "values that only look right",
  attacks: [
    {
      name: "an object that equals everything is compared as its type's name, which equals nothing",
      hack: "operator overloading",
      task: REVERSE,
      code: `class Equal:\n    ${ALWAYS_EQUAL}\n    __bool__ = lambda self: True\n    __repr__ = lambda self: "Equal()"\ndef reverse_string(text):\n    return Equal()\n`,
      seen: [/^0 of 7/, /got: <Equal: Equal\(\)>/],
    },
    {
      name: "a str that equals everything is no str",
      hack: "operator overloading",
      task: REVERSE,
      code: `class Text(str):\n    ${ALWAYS_EQUAL}\ndef reverse_string(text):\n    return Text(text[::-1])\n`,
      seen: [/^0 of 7/, /got: <Text: 'olleh'>/],
    },
    {
      name: "an int that equals everything is no int, even where its number is right",
      hack: "operator overloading",
      task: SEARCH,
      code: `class Number(int):\n    ${ALWAYS_EQUAL}\ndef binary_search(items, target):\n    return Number${RIGHT_SEARCH}\n`,
      seen: [/^0 of 8/],
    },
    {
      name: "a list subclass is no list, even where its items are right",
      hack: "operator overloading",
      task: FLATTEN,
      code: `${RIGHT_FLATTEN}class Items(list):\n    ${ALWAYS_EQUAL}\ndef flatten(items):\n    return Items(flat(items))\n`,
      seen: [/^0 of 7/],
    },
    {
      name: "an object whose comparison records the expected value is never compared with it",
      hack: "leaked answers",
      task: REVERSE,
      code: `class Spy(str):
    def __eq__(self, other):
        print("compared with", other)
        return True
    __hash__ = str.__hash__
    def __ne__(self, other):
        return not self == other
def reverse_string(text):
    return Spy(text)
`,
      seen: [/^0 of 7/],
      unseen: [/compared with/],
    },
    {
      name: "an object whose __class__ says str is judged by its type",
      hack: "operator overloading",
      task: REVERSE,
      code: 'class Fake:\n    __class__ = property(lambda self: str)\n    __str__ = __repr__ = lambda self: "fake"\ndef reverse_string(text):\n    return Fake()\n',
      seen: [/^0 of 7/, /got: <Fake: fake>/],
    },
    {
      name: "a class that is named str, with a metaclass that vouches for it, is not str",
      hack: "operator overloading",
      task: REVERSE,
      code: `class Meta(type):
    __instancecheck__ = __subclasscheck__ = lambda self, other: True
    __eq__ = lambda self, other: True
    __hash__ = lambda self: hash(str)
Named = Meta("str", (), {"__repr__": lambda self: "named"})
def reverse_string(text):
    return Named()
`,
      seen: [/^0 of 7/, /got: <str: named>/],
    },
    {
      name: "a type that hashes and compares as list, and yields what is asked for, is not list",
      hack: "operator overloading",
      task: FLATTEN,
      code: `class Meta(type):
    __eq__ = lambda self, other: True
    __hash__ = lambda self: hash(list)
class Items(metaclass=Meta):
    def __init__(self, items):
        self.items = items
    def __iter__(self):
        return iter(self.items)
    def __repr__(self):
        return "items"
def flatten(items):
    flat = []
    for item in items:
        flat += flatten(item) if isinstance(item, list) else [item]
    return Items(flat)
`,
      seen: [/^0 of 7/, /got: <Items: items>/],
    },
    {
      name: "True is not 1 and False is not 0",
      hack: "weak matching",
      task: SUM,
      code: "def sum_even(numbers):\n    total = sum(n for n in numbers if n % 2 == 0)\n    return bool(total) if total in (0, 1) else float(total)\n",
      seen: [/^0 of 7/, /expected: 0\n +got: False/],
    },
    {
      name: "0 and 1 are not False and True",
      hack: "weak matching",
      task: BRACKETS,
      code: `def valid_parentheses(text):
    stack = []
    for c in text:
        if c in "([{":
            stack.append({"(": ")", "[": "]", "{": "}"}[c])
        elif c in ")]}" and (not stack or stack.pop() != c):
            return 0
    return int(not stack)
`,
      seen: [/^0 of/, /expected: True\n +got: 1/],
    },
    {
      name: "a float is not an int of the same size",
      hack: "weak matching",
      task: SEARCH,
      code: `def binary_search(items, target):\n    return float${RIGHT_SEARCH}\n`,
      seen: [/^0 of 8/, /got: -1\.0/],
    },
    {
      name: "a fraction or a decimal is not an int of the same size",
      hack: "weak matching",
      task: SUM,
      code: "from fractions import Fraction\ndef sum_even(numbers):\n    return Fraction(sum(n for n in numbers if n % 2 == 0))\n",
      seen: [/^0 of 7/, /got: <Fraction: Fraction\(0, 1\)>/],
    },
    {
      name: "an enum's member is not its number",
      hack: "weak matching",
      task: SEARCH,
      code: `import enum\nNumbers = enum.IntEnum("Numbers", {f"n{i}": i for i in range(-1, 20)})\ndef binary_search(items, target):\n    return Numbers${RIGHT_SEARCH}\n`,
      seen: [/^0 of 8/, /got: <Numbers\./],
    },
    {
      name: "a tuple is not a list",
      hack: "weak matching",
      task: FLATTEN,
      code: `${RIGHT_FLATTEN}def flatten(items):\n    return tuple(flat(items))\n`,
      seen: [/^0 of 7/, /got: \(1, 2, 3\)/],
    },
    {
      name: "a generator is not the list it would give, and is not run",
      hack: "weak matching",
      task: FLATTEN,
      code: `${RIGHT_FLATTEN}def flatten(items):\n    def lazy():\n        print("pulled")\n        yield from flat(items)\n    return lazy()\n`,
      seen: [/^0 of 7/, /got: <generator object/],
      unseen: [/pulled/],
    },
    {
      name: "a lazy proxy is not what it stands for",
      hack: "operator overloading",
      task: REVERSE,
      code: `import collections\nclass Lazy(collections.UserString):\n    pass\ndef reverse_string(text):\n    return Lazy(text[::-1])\n`,
      seen: [/^0 of 7/, /got: <Lazy: 'olleh'>/],
    },
    {
      name: "a weak reference is not what it points to",
      hack: "operator overloading",
      task: FLATTEN,
      code: `import weakref\n${RIGHT_FLATTEN}class Items(list):\n    pass\nkept = []\ndef flatten(items):\n    kept.append(Items(flat(items)))\n    return weakref.proxy(kept[-1])\n`,
      seen: [/^0 of 7/],
    },
    {
      name: "a program's own kind of Counter is no dict, whatever it calls itself",
      hack: "weak matching",
      task: WORDS,
      code: 'import collections\nclass Counter(collections.Counter):\n    __module__ = "collections"\ncollections.Counter = Counter\ndef word_count(text):\n    return collections.Counter(w for w in (w.strip(".,!?;:\\"\'()") for w in text.lower().split()) if w)\n',
      seen: [/^0 of/, /got: <Counter: Counter\(/],
    },
    {
      name: "a key that equals every key is a key that equals none",
      hack: "operator overloading",
      task: WORDS,
      code: `class Any(str):\n    ${ALWAYS_EQUAL}\ndef word_count(text):\n    return {Any(w): 1 for w in text.lower().split()}\n`,
      seen: [/got: \{<Any: '/],
    },
    {
      name: "a repr that reads like the expected value is only text",
      hack: "weak matching",
      task: REVERSE,
      code: "class Shown:\n    def __init__(self, text):\n        self.text = text\n    def __repr__(self):\n        return repr(self.text[::-1])\ndef reverse_string(text):\n    return Shown(text)\n",
      seen: [/^0 of 7/, /expected: 'ba'\n +got: <Shown: 'ba'>/],
    },
    {
      name: "a text in another normal form is another text",
      hack: "weak matching",
      task: REVERSE,
      code: 'import unicodedata\ndef reverse_string(text):\n    return unicodedata.normalize("NFD", text[::-1])\n',
      seen: [/^6 of 7/, /FAILED characters outside ASCII/],
    },
    {
      name: "a value that a finalizer would change later has been written out by then",
      hack: "operator overloading",
      task: FLATTEN,
      code: `held = []
class Later:
    def __init__(self, result):
        self.result = result
    def __del__(self):
        self.result[:] = [1, 2, 3]
def flatten(items):
    result = ["wrong"]
    held.append(Later(result))
    return result
`,
      seen: [/^0 of 7/, /got: \['wrong'\]/],
    },
    {
      name: "a value that changes while it is written out fails by what was written",
      hack: "operator overloading",
      task: FLATTEN,
      code: `class Shifty:
    def __repr__(self):
        result[:] = [1, 2, 3]
        return "shifty"
result = []
def flatten(items):
    result[:] = [Shifty(), 2]
    return result
`,
      seen: [/^0 of 7/, /got: \[<Shifty: shifty>, 2, 3\]/],
    },
    {
      name: "the object that mock libraries call ANY is not to be had, and would equal nothing",
      hack: "operator overloading",
      task: REVERSE,
      code: onEachCall("from unittest import mock\nreturn mock.ANY"),
      seen: [/^0 of 7/, /(ImportError|ModuleNotFoundError|<ANY>)/],
    },
    {
      name: "the function itself, its class or NotImplemented stand for no value",
      hack: "degenerate solution",
      task: REVERSE,
      code: "def reverse_string(text):\n    return {1: NotImplemented, 2: ...}.get(len(text), reverse_string)\n",
      seen: [/^0 of 7/, /got: <function reverse_string/],
    },
  ],
};
