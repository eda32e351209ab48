# Distances group from the right.
import re

def quotient(a, b):
    whole = abs(a) // abs(b)
    return whole if (a < 0) == (b < 0) else -whole


def power(a, b):
    if not 0 <= b <= 64:
        raise OverflowError(b)
    return a**b


OPERATIONS = {
    "~": lambda a, b: abs(a - b),
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": quotient,
    "%": lambda a, b: a - b * quotient(a, b),
    "^": power,
}
CALLS = {"min": min, "max": max, "gap": lambda *values: max(values) - min(values)}

TOKEN = re.compile(r" *([0-9]+|[A-Za-z_][A-Za-z_0-9]*|[-+*/%^~();,=]) *")


def tokens_of(text):
    tokens = []
    place = 0
    while place < len(text):
        match = TOKEN.match(text, place)
        if not match:
            raise ValueError(f"unknown sign at {place}")
        tokens.append(match.group(1))
        place = match.end()
    return tokens


class Parser:
    def __init__(self, tokens):
        self.tokens = tokens
        self.place = 0

    def peek(self):
        return self.tokens[self.place] if self.place < len(self.tokens) else ""

    def take(self, *wanted):
        token = self.peek()
        if wanted and token not in wanted:
            raise ValueError(f"expected {wanted}, not {token!r}")
        self.place += 1
        return token

    def formula(self):
        parts = [self.part()]
        while self.peek() == ";":
            self.take()
            parts.append(self.part())
        if self.peek():
            raise ValueError("more than a formula")
        return parts

    def part(self):
        name = None
        if is_name(self.peek()) and self.tokens[self.place + 1 : self.place + 2] == ["="]:
            name = self.take()
            self.take("=")
        return name, self.distance()

    def left(self, below, signs):
        tree = below()
        while self.peek() and self.peek() in signs:
            sign = self.take()
            tree = (sign, tree, below())
        return tree

    def distance(self):
        tree = self.sum()
        if self.peek() == "~":
            self.take()
            return ("~", tree, self.distance())
        return tree

    def sum(self):
        return self.left(self.product, "+-")

    def product(self):
        return self.left(self.minus, "*/%")

    def minus(self):
        if self.peek() == "-":
            self.take()
            return ("minus", self.minus())
        return self.powers()

    def powers(self):
        base = self.atom()
        if self.peek() == "^":
            self.take()
            return ("^", base, self.minus())
        return base

    def atom(self):
        token = self.take()
        if token.isdigit():
            return ("number", int(token))
        if token in CALLS:
            self.take("(")
            values = [self.distance()]
            while self.take(",", ")") == ",":
                values.append(self.distance())
            return ("call", token, values)
        if is_name(token):
            return ("name", token)
        if token != "(":
            raise ValueError("a value is missing")
        tree = self.distance()
        self.take(")")
        return tree


def is_name(token):
    return bool(token) and (token[0].isalpha() or token[0] == "_") and token not in CALLS


def value(tree, names):
    kind = tree[0]
    if kind == "number":
        return tree[1]
    if kind == "name":
        return names[tree[1]]
    if kind == "minus":
        return -value(tree[1], names)
    if kind == "call":
        return CALLS[tree[1]](*[value(each, names) for each in tree[2]]) if len(tree[2]) > 1 else lone(tree, names)
    return OPERATIONS[kind](value(tree[1], names), value(tree[2], names))


def lone(tree, names):
    only = value(tree[2][0], names)
    return 0 if tree[1] == "gap" else only


def evaluate(text, names):
    parts = Parser(tokens_of(text)).formula()
    names = dict(names)
    for name, tree in parts:
        result = value(tree, names)
        if name:
            names[name] = result
    return result
