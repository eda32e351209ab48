# Formulas are read by by characters, worked out by table and in order; changes are found by all before and after.
import operator
import re


class Text:
    """A formula and how far it is read."""

    def __init__(self, text):
        self.text, self.at = text, 0

    def ahead(self):
        while self.text[self.at:self.at + 1] == " ":
            self.at += 1
        return self.text[self.at:self.at + 1]

    def accept(self, *words):
        self.ahead()
        for word in words:
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return word
        return ""

    def must(self, word):
        if not self.accept(word):
            raise ValueError(f"{word} is missing at {self.at}")


def parse(formula):
    text = Text(formula)
    tree = level(text, 0)
    if text.ahead():
        raise ValueError(f"{text.ahead()} follows")
    return tree


def level(text, number):
    if number == 3:
        return single(text)
    tree = level(text, number + 1)
    signs = ("<=>", "+-", "*/")[number]
    while sign := text.accept(*signs):
        tree = (sign, tree, level(text, number + 1))
        if number == 0:
            break
    return tree


def reference(text):
    """The next reference, or None, and then nothing is read."""
    start = text.at
    if text.accept("#REF"):
        return "#REF"
    text.accept("$")
    letter = text.text[text.at:text.at + 1]
    if "A" <= letter <= "Z" and len(letter) == 1:
        text.at += 1
        text.at += text.text[text.at:text.at + 1] == "$"
        row = ""
        while len(row) < 2 and text.text[text.at:text.at + 1] in tuple("0123456789"):
            row += text.text[text.at]
            text.at += 1
        if row and row[0] != "0" and text.text[text.at:text.at + 1] not in tuple("0123456789"):
            return letter + row
    text.at = start
    return None


def single(text):
    if text.accept("-"):
        return ("negative", single(text))
    if text.accept("("):
        tree = level(text, 0)
        text.must(")")
        return tree
    digits = ""
    while text.text[text.at:text.at + 1] in tuple("0123456789"):
        digits += text.text[text.at]
        text.at += 1
    if digits:
        return ("number", int(digits))
    text.ahead()
    name = reference(text)
    if name:
        return ("bad", name) if name == "#REF" else ("cell", name)
    function = text.accept("IF", "SUM", "MIN", "MAX", "COUNT")
    if not function:
        raise ValueError("an operand is missing")
    text.must("(")
    arguments = [argument(text, function)]
    while text.accept(","):
        arguments.append(argument(text, function))
    text.must(")")
    if (function == "IF") and len(arguments) != 3:
        raise ValueError("IF has three")
    return ("call", function, arguments)


def argument(text, function):
    text.ahead()
    start = text.at
    corner = reference(text)
    if function != "IF" and corner and text.accept(":"):
        text.ahead()
        other = reference(text)
        if not other:
            raise ValueError("a range has two corners")
        return ("range", corner, other)
    text.at = start
    return level(text, 0)


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
    """Works out a formula once all that it uses is known; what is never so is in a circle, or needs one."""
    values, open_ones = {}, {}
    for name, text in texts.items():
        if text.startswith("="):
            tree = parse(text[1:])
            open_ones[name] = (tree, used_by(tree))
        else:
            values[name] = int(text) if WHOLE.fullmatch(text) else text

    def look(name, in_range=False):
        value = values.get(name, None if in_range else 0)
        if isinstance(value, Error):
            raise value
        return value

    while ready := [name for name, (_, used) in open_ones.items() if not any(other in open_ones for other in used)]:
        for name in ready:
            tree, _ = open_ones.pop(name)
            try:
                values[name] = evaluate(tree, look)
            except Error as error:
                values[name] = Error(*error.args)
    for name in open_ones:
        values[name] = Error("#CYCLE")
    return values


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
