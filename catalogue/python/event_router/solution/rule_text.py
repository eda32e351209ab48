"""Reads the text of a rule."""

from dataclasses import dataclass, field

from field_paths import TEMPLATE
from scanning import scan

SIGNS = ("=", "!=", "<", "<=", ">", ">=")
WORDS_FOR_VALUES = {"true": True, "false": False, "null": None}


@dataclass
class Rule:
    condition: tuple = ("always",)
    settings: list = field(default_factory=list)
    targets: list = field(default_factory=list)
    options: dict = field(default_factory=dict)


class Reader:
    def __init__(self, text):
        self.pieces = scan(text)
        self.place = 0

    def next_is(self, kind, *values):
        if self.place == len(self.pieces):
            return False
        found, value = self.pieces[self.place]
        return found == kind and (not values or value in values)

    def accept(self, kind, *values):
        """Passes over the next piece and gives it, if it is of this kind and one of these, or else None."""
        if not self.next_is(kind, *values):
            return None
        self.place += 1
        return self.pieces[self.place - 1]

    def demand(self, kind, *values):
        piece = self.accept(kind, *values)
        if piece is None:
            raise ValueError(f"{kind} is missing at piece {self.place}")
        return piece[1]

    def several(self, part):
        parts = [part()]
        while self.accept("mark", ","):
            parts.append(part())
        return parts

    def rule(self):
        rule = Rule()
        if self.accept("keyword", "if"):
            rule.condition = self.either()
        if self.accept("keyword", "set"):
            rule.settings = self.several(self.setting)
        self.demand("keyword", "to")
        rule.targets = self.several(self.target)
        while self.place < len(self.pieces):
            self.option(rule.options)
        return rule

    def option(self, options):
        name = self.demand("keyword", "last", "after", "limit", "rank")
        if name in options:
            raise ValueError(f"{name} stands there twice")
        options[name] = name == "last" or self.demand("number")
        if name in ("after", "limit") and options[name] < 0:
            raise ValueError(f"{name} cannot be below 0")

    def setting(self):
        path = self.demand("path")
        self.demand("mark", "=")
        return path, self.operand()

    def target(self):
        text = self.demand("text")
        if not TEMPLATE.fullmatch(text):
            raise ValueError(f"{text} has a bracket that is none")
        return text

    def operand(self):
        if self.next_is("keyword", *WORDS_FOR_VALUES):
            return "value", WORDS_FOR_VALUES[self.demand("keyword")]
        if self.next_is("path"):
            return "path", self.demand("path")
        return "value", self.demand("number" if self.next_is("number") else "text")

    def either(self):
        branches = [self.both()]
        while self.accept("keyword", "or"):
            branches.append(self.both())
        return ("or", *branches)

    def both(self):
        branches = [self.condition()]
        while self.accept("keyword", "and"):
            branches.append(self.condition())
        return ("and", *branches)

    def condition(self):
        if self.accept("keyword", "not"):
            return "not", self.condition()
        if self.accept("mark", "("):
            inner = self.either()
            self.demand("mark", ")")
            return inner
        if self.accept("keyword", "exists"):
            return "exists", ("path", self.demand("path"))
        left = ("path", self.demand("path"))
        if self.accept("keyword", "in"):
            self.demand("mark", "(")
            choices = self.several(self.operand)
            self.demand("mark", ")")
            return "in", left, choices
        if self.accept("keyword", "has"):
            return "has", left, self.operand()
        if self.accept("keyword", "like"):
            return "like", left, ("value", self.demand("text"))
        return self.demand("mark", *SIGNS), left, self.operand()


def read_rule(text):
    return Reader(text).rule()
