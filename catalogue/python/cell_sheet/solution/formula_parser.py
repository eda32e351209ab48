"""Reads a formula into a tree of tuples and a list of the cells that it names."""
import re

from cell_names import between, cell_at

TOKEN = re.compile(r" *(?:(\$?[A-Z]\$?[1-9][0-9]?(?![0-9A-Z])|#REF)|([A-Z]+(?= *\())|([0-9]+)|([-+*/<=>(),:])) *")
FUNCTIONS = {"SUM", "MIN", "MAX", "COUNT"}


class Formula:
    def __init__(self, text):
        self.tokens = []
        self.cells = []
        self._split(text)
        self.tree = self._comparison()
        if self.tokens:
            raise ValueError(f"{self.tokens[-1][1]} is too much")

    def _split(self, text):
        place = 0
        while place < len(text):
            match = TOKEN.match(text, place)
            if match is None:
                raise ValueError(f"cannot read {text[place:]!r}")
            kind = ("cell", "function", "number", "sign")[match.lastindex - 1]
            self.tokens.append((kind, match[match.lastindex]))
            place = match.end()
        self.tokens.reverse()

    def _next_is(self, *signs):
        return bool(self.tokens) and self.tokens[-1] in [("sign", sign) for sign in signs]

    def _take(self, kind, *texts):
        if not self.tokens or self.tokens[-1][0] != kind or texts and self.tokens[-1][1] not in texts:
            raise ValueError(f"{kind} {' or '.join(texts)} is missing")
        return self.tokens.pop()[1]

    def _comparison(self):
        left = self._sum()
        if self._next_is("<", "=", ">"):
            return (self._take("sign"), left, self._sum())
        return left

    def _sum(self):
        left = self._product()
        while self._next_is("+", "-"):
            left = (self._take("sign"), left, self._product())
        return left

    def _product(self):
        left = self._factor()
        while self._next_is("*", "/"):
            left = (self._take("sign"), left, self._factor())
        return left

    def _factor(self):
        if self._next_is("-"):
            self._take("sign")
            return ("negative", self._factor())
        if self._next_is("("):
            self._take("sign")
            inner = self._comparison()
            self._take("sign", ")")
            return inner
        kind = self.tokens[-1][0] if self.tokens else "value"
        if kind == "function":
            return self._call()
        if kind == "cell":
            return self._reference()
        return ("number", int(self._take("number")))

    def _reference(self):
        cell = self._corner()
        if cell is None:
            return ("error", "#REF")
        self.cells.append(cell)
        return ("cell", cell)

    def _corner(self):
        """The place of a cell, None for one that has left the table."""
        name = self._take("cell")
        return None if name == "#REF" else cell_at(name.replace("$", ""))

    def _call(self):
        name = self._take("function")
        part = self._argument if name in FUNCTIONS else self._comparison
        self._take("sign", "(")
        parts = [part()]
        while self._next_is(","):
            self._take("sign")
            parts.append(part())
        self._take("sign", ")")
        if name == "IF" and len(parts) == 3:
            return ("IF", *parts)
        if name not in FUNCTIONS:
            raise ValueError(f"{name} is no function, or lacks something")
        return ("call", name, parts)

    def _argument(self):
        """A range, where two corners have a colon between them, or else an expression."""
        if len(self.tokens) > 1 and self.tokens[-1][0] == "cell" and self.tokens[-2] == ("sign", ":"):
            first = self._corner()
            self._take("sign", ":")
            last = self._corner()
            if first is None or last is None:
                return ("error", "#REF")
            self.cells.extend(between(first, last))
            return ("range", between(first, last))
        return self._comparison()
