import re

TOKEN = re.compile(r" *([0-9]+|[A-Za-z_][A-Za-z_0-9]*|[-~+*/%^(),;=])")
FUNCTIONS = {"min": min, "max": max, "gap": lambda values: max(values) - min(values)}
LEVELS = [("~",), ("+", "-"), ("*", "/", "%")]
LARGEST_POWER = 64


def tokenise(text):
    tokens, place = [], 0
    text = text.rstrip(" ")
    while place < len(text):
        found = TOKEN.match(text, place)
        if found is None:
            raise ValueError(f"unexpected character at {place}")
        tokens.append(found.group(1))
        place = found.end()
    return tokens


class Parser:
    """Turns tokens into nested tuples: ("number", 3), ("name", "x"), ("call", "min", [...]), (operator, left, right)."""

    def __init__(self, tokens):
        self.tokens = tokens
        self.place = 0

    def peek(self):
        return self.tokens[self.place] if self.place < len(self.tokens) else ""

    def take(self):
        token = self.peek()
        self.place += 1
        return token

    def expect(self, wanted):
        if self.take() != wanted:
            raise ValueError(f"expected {wanted}")

    def parts(self):
        parts = [self.part()]
        while self.peek() == ";":
            self.take()
            parts.append(self.part())
        if self.peek():
            raise ValueError(f"unexpected {self.peek()}")
        return parts

    def part(self):
        if self.tokens[self.place + 1 : self.place + 2] == ["="]:
            name = self.take()
            if not is_name(name):
                raise ValueError(f"cannot assign to {name}")
            self.take()
            return ("assign", name, self.chain(0))
        return ("value", None, self.chain(0))

    def chain(self, level):
        if level == len(LEVELS):
            return self.negated()
        left = self.chain(level + 1)
        while self.peek() in LEVELS[level]:
            operator = self.take()
            left = (operator, left, self.chain(level))
        return left

    def negated(self):
        if self.peek() == "-":
            self.take()
            return ("negate", self.negated())
        return self.power()

    def power(self):
        base = self.operand()
        if self.peek() == "^":
            self.take()
            return ("^", base, self.negated())
        return base

    def operand(self):
        token = self.take()
        if token.isdigit():
            return ("number", int(token))
        if token == "(":
            inner = self.chain(0)
            self.expect(")")
            return inner
        if token in FUNCTIONS:
            return ("call", token, self.arguments())
        if is_name(token):
            return ("name", token)
        raise ValueError("expected a value")

    def arguments(self):
        self.expect("(")
        arguments = [self.chain(0)]
        while self.peek() == ",":
            self.take()
            arguments.append(self.chain(0))
        self.expect(")")
        return arguments


def is_name(token):
    return token.isidentifier() and token not in FUNCTIONS


def divide(left, right):
    quotient = abs(left) // abs(right)
    return quotient if (left < 0) == (right < 0) else -quotient


def raise_to(base, power):
    if not 0 <= power <= LARGEST_POWER:
        raise OverflowError(f"cannot raise to the power {power}")
    return base**power


OPERATORS = {
    "~": lambda left, right: abs(left - right),
    "+": lambda left, right: left + right,
    "-": lambda left, right: left - right,
    "*": lambda left, right: left * right,
    "/": divide,
    "%": lambda left, right: left - right * divide(left, right),
    "^": raise_to,
}


def value_of(tree, names):
    kind = tree[0]
    if kind == "number":
        return tree[1]
    if kind == "name":
        return names[tree[1]]
    if kind == "negate":
        return -value_of(tree[1], names)
    if kind == "call":
        return FUNCTIONS[tree[1]]([value_of(argument, names) for argument in tree[2]])
    left = value_of(tree[1], names)
    return OPERATORS[kind](left, value_of(tree[2], names))


def evaluate(text, names):
    known = dict(names)
    for kind, name, tree in Parser(tokenise(text)).parts():
        value = value_of(tree, known)
        if kind == "assign":
            known[name] = value
    return value
