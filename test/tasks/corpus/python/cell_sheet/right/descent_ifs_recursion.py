# Formulas are read by descent, worked out by ifs and recursion; changes are found by all before and after.
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
