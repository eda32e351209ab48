# Formulas are read by climbing, worked out by table and recursion; changes are found by all before and after.
import operator
import re


STRENGTHS = {"<": 1, "=": 1, ">": 1, "+": 2, "-": 2, "*": 3, "/": 3}
WORD = re.compile("#REF|[$]?[A-Z]+[$]?[0-9]*|[0-9]+|[^ ]")
CELL = re.compile("[$]?([A-Z])[$]?([1-9][0-9]?)")


def parse(formula):
    words = WORD.findall(formula)[::-1]
    tree = climb(words, 1)
    if words:
        raise ValueError(words[-1])
    return tree


def climb(words, least):
    left = first(words)
    while words and STRENGTHS.get(words[-1], 0) >= least:
        sign = words.pop()
        left = (sign, left, climb(words, STRENGTHS[sign] + 1))
        if STRENGTHS[sign] == 1:
            break
    if words and least == 1 and STRENGTHS.get(words[-1]) == 1:
        raise ValueError("two comparisons in a row")
    return left


def expect(words, wanted):
    if not words or words.pop() != wanted:
        raise ValueError(wanted + " is missing")


def place_of(word):
    if word == "#REF":
        return ("bad", word)
    found = CELL.fullmatch(word)
    return ("cell", found[1] + found[2]) if found else None


def first(words):
    if not words:
        raise ValueError("it ends early")
    word = words.pop()
    if word == "-":
        return ("negative", first(words))
    if word == "(":
        tree = climb(words, 1)
        expect(words, ")")
        return tree
    if word.isascii() and word.isdigit():
        return ("number", int(word))
    if word in ("IF", "SUM", "MIN", "MAX", "COUNT"):
        expect(words, "(")
        arguments = []
        while not arguments or words and words[-1] == "," and words.pop():
            arguments.append(argument(words, word))
        expect(words, ")")
        if word == "IF" and len(arguments) != 3:
            raise ValueError("three arguments are wanted")
        return ("call", word, arguments)
    if place := place_of(word):
        return place
    raise ValueError(word)


def argument(words, name):
    if name != "IF" and len(words) > 2 and words[-2] == ":":
        corner, other = place_of(words[-1]), place_of(words[-3])
        if corner and other:
            del words[-3:]
            return ("range", corner[1], other[1])
    return climb(words, 1)


NAME = re.compile("[A-Z][1-9][0-9]?")
REFERENCE = re.compile("([$]?)([A-Z])([$]?)([1-9][0-9]?)")
WHOLE = re.compile("-?[0-9]+")


class Error(Exception):
    """What an error is called is its argument."""


def by_rows(name):
    return int(name[1:]), name[0]


def cells_of(first, second):
    """The names in a rectangle, row by row; none where a corner is no more there."""
    if "#REF" in (first, second):
        return []
    letters = sorted(first[0] + second[0])
    rows = sorted([int(first[1:]), int(second[1:])])
    return [chr(letter) + str(row) for row in range(rows[0], rows[1] + 1) for letter in range(ord(letters[0]), ord(letters[1]) + 1)]


def used_by(tree):
    """All names that a formula refers to."""
    kind, *rest = tree
    if kind == "cell":
        return {rest[0]}
    if kind == "range":
        return set(cells_of(*rest))
    if kind == "call":
        return set().union(*map(used_by, rest[1]))
    return set().union(*(used_by(part) for part in rest if isinstance(part, tuple)))


def as_number(value):
    if type(value) is not int:
        raise Error("#VALUE")
    return value


def divided(left, right):
    try:
        return left // right
    except ZeroDivisionError:
        raise Error("#DIV") from None


ARITHMETIC = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": divided}
COMPARISONS = {"<": operator.lt, "=": operator.eq, ">": operator.gt}
FUNCTIONS = {"SUM": sum, "COUNT": len, "MIN": lambda numbers: min(numbers, default=0), "MAX": lambda numbers: max(numbers, default=0)}


class Evaluation:
    def __init__(self, look):
        self.look = look

    def of(self, tree):
        if tree[0] in ARITHMETIC or tree[0] in COMPARISONS:
            return self.of_sign(*tree)
        return getattr(self, "of_" + tree[0])(*tree[1:])

    def of_number(self, value):
        return value

    def of_cell(self, name):
        return self.look(name)

    def of_bad(self, _):
        raise Error("#REF")

    def of_negative(self, tree):
        return 0 - as_number(self.of(tree))

    def of_sign(self, sign, *sides):
        values = [self.of(side) for side in sides]
        if sign in ARITHMETIC:
            return ARITHMETIC[sign](*map(as_number, values))
        return 1 if COMPARISONS[sign](*((0, value) if type(value) is int else (1, value) for value in values)) else 0

    def of_call(self, name, arguments):
        if name != "IF":
            return FUNCTIONS[name]([value for argument in arguments for value in self.numbers(argument)])
        condition, *branches = arguments
        return self.of(branches[as_number(self.of(condition)) == 0])

    def numbers(self, argument):
        if argument[0] != "range":
            return [as_number(self.of(argument))]
        if "#REF" in argument:
            self.of_bad(argument)
        values = [self.look(name, True) for name in cells_of(*argument[1:])]
        return [value for value in values if type(value) is int]


def evaluate(tree, look):
    return Evaluation(look).of(tree)


def values_of(texts):
    """The values of all cells that have a text."""
    trees = {name: parse(text[1:]) for name, text in texts.items() if text[0] == "="}
    uses = {name: used_by(tree) & set(trees) for name, tree in trees.items()}
    circles = {name for name in trees if name in reached(uses, name)}
    known = {}

    def look(name, in_range=False):
        if name not in texts:
            return None if in_range else 0
        value = value_of(name)
        if isinstance(value, Error):
            raise value
        return value

    def value_of(name):
        if name not in trees:
            return int(texts[name]) if WHOLE.fullmatch(texts[name]) else texts[name]
        if name not in known:
            if name in circles or circles & reached(uses, name):
                known[name] = Error("#CYCLE")
            else:
                try:
                    known[name] = evaluate(trees[name], look)
                except Error as error:
                    known[name] = Error(*error.args)
        return known[name]

    return {name: value_of(name) for name in texts}


def reached(uses, name):
    found, waiting = set(), [name]
    while waiting:
        for other in uses[waiting.pop()]:
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found


class Sheet:
    def __init__(self):
        self.texts = {}
        self.values = {}

    def check(self, name):
        if not isinstance(name, str) or not NAME.fullmatch(name):
            raise ValueError(f"{name} is no cell")
        return name

    def shown(self, name):
        value = self.values.get(name)
        return value.args[0] if isinstance(value, Error) else value

    def become(self, texts):
        """Takes these texts and tells which values are others now."""
        names = sorted({*texts, *self.texts}, key=by_rows)
        before = {name: self.shown(name) for name in names}
        self.values = values_of(texts)
        self.texts = texts
        return [name for name in names if self.shown(name) != before[name]]

    def set(self, name, text):
        self.check(name)
        if text.startswith("="):
            parse(text[1:])
        texts = {other: its for other, its in self.texts.items() if other != name}
        if text:
            texts[name] = text
        return self.become(texts)

    def get(self, name):
        return self.shown(self.check(name))

    def text(self, name):
        return self.texts.get(self.check(name), "")

    def copy(self, source, target):
        text = self.text(source)
        self.check(target)
        across, down = ord(target[0]) - ord(source[0]), int(target[1:]) - int(source[1:])

        def moved(found):
            fixed_letter, letter, fixed_row, row = found.groups()
            if not fixed_letter:
                letter = chr(ord(letter) + across)
            if not fixed_row:
                row = str(int(row) + down)
            return fixed_letter + letter + fixed_row + row if "A" <= letter <= "Z" and 1 <= int(row) <= 99 else "#REF"

        if text.startswith("="):
            text = REFERENCE.sub(moved, text)
        return self.set(target, text)

    def insert_row(self, row):
        if not 1 <= row <= 99 or any(name[1:] == "99" for name in self.texts):
            raise ValueError("no row can be put there")

        def moved(found):
            fixed_letter, letter, fixed_row, old = found.groups()
            if int(old) < row:
                return found[0]
            return "#REF" if old == "99" else f"{fixed_letter}{letter}{fixed_row}{int(old) + 1}"

        texts = {}
        for name, text in self.texts.items():
            old = int(name[1:])
            texts[name if old < row else name[0] + str(old + 1)] = REFERENCE.sub(moved, text) if text[0] == "=" else text
        return self.become(texts)
