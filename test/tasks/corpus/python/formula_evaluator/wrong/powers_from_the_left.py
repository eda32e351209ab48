# Powers group from the left.
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
CALLS = {"min": min, "max": max, "gap": lambda values: max(values) - min(values)}

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


class Literal:
    def __init__(self, number):
        self.number = number

    def value(self, scope):
        return self.number


class Name:
    def __init__(self, name):
        self.name = name

    def value(self, scope):
        if self.name not in scope:
            raise KeyError(self.name)
        return scope[self.name]


class Negative:
    def __init__(self, inner):
        self.inner = inner

    def value(self, scope):
        return 0 - self.inner.value(scope)


class Binary:
    def __init__(self, sign, left, right):
        self.sign, self.left, self.right = sign, left, right

    def value(self, scope):
        left = self.left.value(scope)
        right = self.right.value(scope)
        return OPERATIONS[self.sign](left, right)


class Call:
    def __init__(self, name, values):
        self.name, self.values = name, values

    def value(self, scope):
        return CALLS[self.name]([each.value(scope) for each in self.values])


class Setting:
    def __init__(self, name, inner):
        self.name, self.inner = name, inner

    def value(self, scope):
        scope[self.name] = self.inner.value(scope)
        return scope[self.name]


def parse_binary(tokens, at, levels):
    if not levels:
        return parse_minus(tokens, at)
    left, at = parse_binary(tokens, at, levels[1:])
    while at < len(tokens) and tokens[at] in levels[0]:
        sign = tokens[at]
        right, at = parse_binary(tokens, at + 1, levels[1:])
        left = Binary(sign, left, right)
    return left, at


def parse_expression(tokens, at):
    return parse_binary(tokens, at, [("~",), ("+", "-"), ("*", "/", "%")])


def parse_minus(tokens, at):
    if tokens[at : at + 1] == ["-"]:
        inner, at = parse_minus(tokens, at + 1)
        return Negative(inner), at
    left, at = parse_atom(tokens, at)
    while tokens[at : at + 1] == ["^"]:
        turns = 0
        while tokens[at + 1 : at + 2] == ["-"]:
            at += 1
            turns += 1
        right, at = parse_atom(tokens, at + 1)
        left = Binary("^", left, Negative(right) if turns % 2 else right)
    return left, at


def parse_atom(tokens, at):
    token = tokens[at] if at < len(tokens) else ")"
    if token in CALLS or token == "(":
        if token in CALLS:
            at += 1
            if tokens[at : at + 1] != ["("]:
                raise ValueError("a bracket is missing")
        inner, at = parse_expression(tokens, at + 1)
        values = [inner]
        while token in CALLS and tokens[at : at + 1] == [","]:
            inner, at = parse_expression(tokens, at + 1)
            values.append(inner)
        if tokens[at : at + 1] != [")"]:
            raise ValueError("a bracket is open")
        return (Call(token, values) if token in CALLS else inner), at + 1
    if token[0] in "0123456789":
        return Literal(int(token)), at + 1
    if token[0] == "_" or token[0].isalpha():
        return Name(token), at + 1
    raise ValueError("a value is missing")


def parse(tokens):
    at = 0
    parts = []
    while True:
        name = ""
        if tokens[at + 1 : at + 2] == ["="]:
            name = tokens[at]
            if name in CALLS or not (name[0] == "_" or name[0].isalpha()):
                raise ValueError("this cannot be set")
            at += 2
        node, at = parse_expression(tokens, at)
        parts.append(Setting(name, node) if name else node)
        if at == len(tokens):
            return parts
        if tokens[at] != ";":
            raise ValueError("unexpected " + tokens[at])
        at += 1


def evaluate(text, names):
    scope = dict(names)
    return [part.value(scope) for part in parse(tokens_of(text))][-1]
