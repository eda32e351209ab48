# Formulas are read by by characters, worked out by table and recursion; changes are found by rows and columns.
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


LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def with_references(text, change):
    """The text of a formula with another place for each reference: change(letter's place, its $, row, its $)."""
    if text[:1] != "=":
        return text
    pieces, end = [], 0
    for found in REFERENCE.finditer(text):
        column, row = change(LETTERS.index(found[2]), found[1], int(found[4]), found[3])
        pieces += [text[end:found.start()], "#REF" if not (0 <= column < 26 and 0 < row < 100) else found[1] + LETTERS[column] + found[3] + str(row)]
        end = found.end()
    return "".join(pieces) + text[end:]


class Sheet:
    """A cell is known by its row and the place of its letter."""

    def __init__(self):
        self.cells = {}

    def at(self, name):
        if NAME.fullmatch(name) is None:
            raise ValueError(name)
        return int(name[1:]), LETTERS.index(name[0])

    def results(self):
        values = values_of({LETTERS[column] + str(row): text for (row, column), text in self.cells.items()})
        return {self.at(name): str(value) if isinstance(value, Error) else value for name, value in values.items()}

    def change(self, cells):
        before = self.results()
        self.cells = cells
        after = self.results()
        return [LETTERS[column] + str(row) for row, column in sorted(set(before) | set(after)) if before.get((row, column)) != after.get((row, column))]

    def put(self, place, text):
        cells = dict(self.cells)
        cells.pop(place, None)
        if text != "":
            cells[place] = text
        return self.change(cells)

    def set(self, name, text):
        place = self.at(name)
        if text[:1] == "=":
            parse(text[1:])
        return self.put(place, text)

    def get(self, name):
        return self.results().get(self.at(name))

    def text(self, name):
        return self.cells.get(self.at(name), "")

    def copy(self, source, target):
        (row, column), (new_row, new_column) = self.at(source), self.at(target)
        return self.put((new_row, new_column), with_references(self.text(source), lambda its_column, fixed, its_row, fixed_row: (its_column if fixed else its_column + new_column - column, its_row if fixed_row else its_row + new_row - row)))

    def insert_row(self, row):
        if row < 1 or row > 99 or any(its_row == 99 for its_row, _ in self.cells):
            raise ValueError(row)
        return self.change({(its_row + (its_row >= row), column): with_references(text, lambda its_column, _, old, __: (its_column, old + (old >= row))) for (its_row, column), text in self.cells.items()})
