# Formulas are read by climbing, worked out by ifs and recursion; changes are found by rows and columns.
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


def number(value):
    if isinstance(value, str):
        raise Error("#VALUE")
    return value


def evaluate(tree, look):
    """look(name) is the value of a cell, 0 of an empty one, or raises its error; look(name, True) gives None for those."""
    kind = tree[0]
    if kind == "number":
        return tree[1]
    if kind == "cell":
        return look(tree[1])
    if kind == "bad":
        raise Error("#REF")
    if kind == "negative":
        return -number(evaluate(tree[1], look))
    if kind == "call":
        return call(tree[1], tree[2], look)
    left = evaluate(tree[1], look)
    right = evaluate(tree[2], look)
    if kind in "<=>":
        one, other = (isinstance(left, str), left), (isinstance(right, str), right)
        return int(one < other if kind == "<" else one > other if kind == ">" else one == other)
    left, right = number(left), number(right)
    if kind == "+":
        return left + right
    if kind == "-":
        return left - right
    if kind == "*":
        return left * right
    if right == 0:
        raise Error("#DIV")
    return left // right


def call(name, arguments, look):
    if name == "IF":
        condition = number(evaluate(arguments[0], look))
        return evaluate(arguments[2 if condition == 0 else 1], look)
    numbers = []
    for argument in arguments:
        if argument[0] == "range":
            if "#REF" in argument:
                raise Error("#REF")
            for cell in cells_of(argument[1], argument[2]):
                value = look(cell, True)
                if isinstance(value, int):
                    numbers.append(value)
        else:
            numbers.append(number(evaluate(argument, look)))
    if name == "SUM":
        return sum(numbers)
    if name == "COUNT":
        return len(numbers)
    if not numbers:
        return 0
    return min(numbers) if name == "MIN" else max(numbers)


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
