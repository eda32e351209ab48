"""Reads a line into a tree: ("let", name, type or None, tree), ("fun", name, parameters, type, tree) or ("show", tree)."""

import re

from kinds import BOOL, INT, NOTHING, TEXT, maybe

PIECE = re.compile(r' *(?:([a-z_][a-z0-9_]*)|([0-9]+)(?![a-z0-9_])|("[^"]*")|(\?\?|==|<=|[-+*<()\[\],:=]))')
KEYWORDS = set("let fun if then else each in give some and or not true false none int text bool list maybe fn".split())
VALUES = {"true": BOOL, "false": BOOL, "none": maybe(NOTHING)}
PLAIN = {"int": INT, "text": TEXT, "bool": BOOL}


class Malformed(Exception):
    pass


def pieces_of(line):
    pieces = []
    place = 0
    line = line.rstrip(" ")
    while place < len(line):
        found = PIECE.match(line, place)
        if not found:
            raise Malformed(f"unexpected character after {place}")
        pieces.append(found[found.lastindex])
        place = found.end()
    return pieces


class Reader:
    def __init__(self, line):
        self.pieces = [*pieces_of(line), None]
        self.place = 0

    def accept(self, *wanted):
        piece = self.pieces[self.place]
        if piece not in wanted:
            return None
        self.place += 1
        return piece

    def demand(self, wanted):
        if not self.accept(wanted):
            raise Malformed(f"{wanted} is missing")

    def name(self):
        piece = self.pieces[self.place]
        if piece is None or piece in KEYWORDS or not (piece[0].isalpha() or piece[0] == "_"):
            raise Malformed("a name is missing")
        self.place += 1
        return piece

    def until(self, closing, part):
        """Parts with commas between them up to the closing bracket; there may be none."""
        parts = []
        if self.accept(closing):
            return parts
        parts.append(part())
        while self.accept(","):
            parts.append(part())
        self.demand(closing)
        return parts

    def line(self):
        if self.accept("let"):
            name = self.name()
            kind = self.kind() if self.accept(":") else None
            self.demand("=")
            tree = ("let", name, kind, self.expression())
        elif self.accept("fun"):
            name = self.name()
            self.demand("(")
            parameters = self.until(")", self.parameter)
            self.demand(":")
            result = self.kind()
            self.demand("=")
            tree = ("fun", name, parameters, result, self.expression())
        else:
            tree = ("show", self.expression())
        if self.pieces[self.place] is not None:
            raise Malformed("something follows")
        return tree

    def parameter(self):
        name = self.name()
        self.demand(":")
        return name, self.kind()

    def kind(self):
        word = self.accept("list", "maybe", "fn", *PLAIN)
        if word == "list":
            return ("list", self.kind())
        if word == "maybe":
            return maybe(self.kind())
        if word == "fn":
            self.demand("(")
            return ("fn", tuple(self.until(")", self.kind)), self.kind())
        if word is None:
            raise Malformed("a type is missing")
        return PLAIN[word]

    def expression(self):
        if self.accept("if"):
            return self.choice()
        if self.accept("each"):
            name = self.name()
            self.demand("in")
            source = self.expression()
            self.demand("give")
            return ("each", name, source, self.expression())
        return self.operation(0)

    def choice(self):
        form = ("some", self.name()) if self.accept("some") else ("if", self.expression())
        self.demand("then")
        first = self.expression()
        self.demand("else")
        return (*form, first, self.expression())

    def operation(self, level):
        if level == len(LEVELS):
            return self.behind(self.atom())
        signs, repeats = LEVELS[level]
        if signs == ("not",):
            return ("not", self.operation(level)) if self.accept("not") else self.operation(level + 1)
        left = self.operation(level + 1)
        while sign := self.accept(*signs):
            left = ("sign", sign, left, self.operation(level + 1))
            if not repeats:
                break
        return left

    def behind(self, tree):
        while bracket := self.accept("(", "["):
            if bracket == "(":
                tree = ("call", tree, self.until(")", self.expression))
            else:
                tree = ("item", tree, self.expression())
                self.demand("]")
        return tree

    def atom(self):
        if self.accept("("):
            inner = self.expression()
            self.demand(")")
            return inner
        if self.accept("["):
            return ("list", self.until("]", self.expression))
        if word := self.accept(*VALUES):
            return ("value", VALUES[word])
        piece = self.pieces[self.place]
        if piece is not None and (piece.isdigit() or piece[0] == '"'):
            self.place += 1
            return ("value", INT if piece.isdigit() else TEXT)
        return ("name", self.name())


# From weak to strong: the signs, and whether several may stand one after another.
LEVELS = [(("or",), True), (("and",), True), (("not",), True), (("<", "<=", "=="), False), (("+", "-"), True), (("*",), True), (("??",), True)]
