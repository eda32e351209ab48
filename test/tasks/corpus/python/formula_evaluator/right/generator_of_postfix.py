# Generators yield postfix operations level by level, with divmod for the division.
import re

SPELL = re.compile(r"(?P<number>[0-9]+)|(?P<name>[A-Za-z_][A-Za-z_0-9]*)|(?P<sign>[-+*/%^~(),;=])|(?P<space> +)")
KNOWN = ("min", "max", "gap")


def spell(text):
    at = 0
    while at < len(text):
        match = SPELL.match(text, at)
        if match is None:
            raise ValueError("cannot be read: " + text[at:])
        at = match.end()
        if match.lastgroup == "name" and match.group() in KNOWN:
            yield "known", match.group()
        elif match.lastgroup != "space":
            yield match.lastgroup, match.group()
    yield "end", ""


class Formula:
    def __init__(self, text):
        self.list = list(spell(text))
        self.at = 0

    @property
    def now(self):
        return self.list[self.at]

    def skip(self, sign):
        if self.now != ("sign", sign):
            return False
        self.at += 1
        return True

    def insist(self, sign):
        if not self.skip(sign):
            raise ValueError(sign + " is missing")

    def all(self):
        yield from self.part()
        while self.skip(";"):
            yield from self.part()
        if self.now[0] != "end":
            raise ValueError("more than a formula")

    def part(self):
        kind, name = self.now
        target = None
        if kind == "name" and self.list[self.at + 1] == ("sign", "="):
            target = name
            self.at += 2
        yield from self.binary(0)
        yield "=", target

    def binary(self, level):
        groups = ("~", "+-", "*/%")
        if level == 3:
            yield from self.unary()
            return
        yield from self.binary(level + 1)
        while self.now[0] == "sign" and self.now[1] in groups[level]:
            sign = self.now[1]
            self.at += 1
            yield from self.binary(level + 1)
            yield sign, 2

    def unary(self):
        if self.skip("-"):
            yield from self.unary()
            yield "minus", 1
            return
        kind, word = self.now
        self.at += 1
        if kind == "number" or kind == "name":
            yield kind, word
        elif kind == "known":
            self.insist("(")
            yield from self.binary(0)
            count = 1
            while self.skip(","):
                yield from self.binary(0)
                count += 1
            self.insist(")")
            yield word, count
        elif (kind, word) == ("sign", "("):
            yield from self.binary(0)
            self.insist(")")
        else:
            raise ValueError("a value is missing")
        if self.skip("^"):
            yield from self.unary()
            yield "^", 2


def apply(sign, values):
    if sign == "min":
        return min(values)
    if sign == "max":
        return max(values)
    if sign == "gap":
        ordered = sorted(values)
        return ordered[-1] - ordered[0]
    if sign == "minus":
        return -values[0]
    a, b = values
    if sign == "~":
        return a - b if a > b else b - a
    if sign == "+":
        return a + b
    if sign == "-":
        return a - b
    if sign == "*":
        return a * b
    if sign == "^":
        if b < 0 or b > 64:
            raise OverflowError("a power of " + str(b))
        return pow(a, b)
    whole, rest = divmod(a, b)
    if rest and (a < 0) != (b < 0):
        whole, rest = whole + 1, rest - b
    return whole if sign == "/" else rest


def evaluate(text, names):
    program = list(Formula(text).all())
    scope = dict(names)
    stack = []
    for what, more in program:
        if what == "number":
            stack.append(int(more))
        elif what == "name":
            stack.append(scope[more])
        elif what == "=":
            if more:
                scope[more] = stack[-1]
        else:
            stack, values = stack[:-more], stack[-more:]
            stack.append(apply(what, values))
    return stack[-1]
