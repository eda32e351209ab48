# Formulas are read by descent, worked out by table and recursion; changes are found by rows and columns.
import operator
import re


PIECE = re.compile(r" *(?:([0-9]+)|([$]?[A-Z][$]?[1-9][0-9]?)|(#REF)|(IF|SUM|MIN|MAX|COUNT)|([-+*/<=>(),:]))")


class Parser:
    def __init__(self, text):
        text = text.rstrip(" ")
        self.pieces, place = [], 0
        while place < len(text):
            found = PIECE.match(text, place)
            if not found:
                raise ValueError(text)
            place = found.end()
            self.pieces.append((("number", "cell", "bad", "name", "sign")[found.lastindex - 1], found[found.lastindex]))
        self.pieces.append(("end", ""))

    def take(self, *signs):
        kind, text = self.pieces[0]
        if kind == "sign" and text in signs:
            self.pieces.pop(0)
            return text
        return None

    def need(self, sign):
        if not self.take(sign):
            raise ValueError(f"{sign} is missing")

    def whole(self):
        tree = self.comparison()
        if self.pieces[0][0] != "end":
            raise ValueError("something follows")
        return tree

    def comparison(self):
        left = self.sum()
        sign = self.take("<", "=", ">")
        return (sign, left, self.sum()) if sign else left

    def sum(self):
        left = self.product()
        while sign := self.take("+", "-"):
            left = (sign, left, self.product())
        return left

    def product(self):
        left = self.signed()
        while sign := self.take("*", "/"):
            left = (sign, left, self.signed())
        return left

    def signed(self):
        return ("negative", self.signed()) if self.take("-") else self.operand()

    def operand(self):
        if self.take("("):
            tree = self.comparison()
            self.need(")")
            return tree
        kind, text = self.pieces.pop(0)
        if kind == "number":
            return ("number", int(text))
        if kind in ("cell", "bad"):
            return (kind, text.replace("$", ""))
        if kind != "name":
            raise ValueError("an operand is missing")
        self.need("(")
        arguments = [self.argument(text)]
        while self.take(","):
            arguments.append(self.argument(text))
        self.need(")")
        if text == "IF" and len(arguments) != 3:
            raise ValueError("IF takes three")
        return ("call", text, arguments)

    def argument(self, name):
        places = self.pieces[0][0], self.pieces[2][0] if len(self.pieces) > 2 else ""
        if name != "IF" and self.pieces[1:2] == [("sign", ":")] and set(places) <= {"cell", "bad"}:
            (_, first), _, (_, second), *self.pieces = self.pieces
            return ("range", first.replace("$", ""), second.replace("$", ""))
        return self.comparison()


def parse(formula):
    return Parser(formula).whole()


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
