# Formulas are read by climbing, worked out by table and in order; changes are found by rows and columns.
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
