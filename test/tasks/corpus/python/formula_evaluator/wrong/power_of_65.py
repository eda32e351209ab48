# A power of 65 is let through.
import re
from functools import reduce

def quotient(a, b):
    whole = abs(a) // abs(b)
    return whole if (a < 0) == (b < 0) else -whole


def power(a, b):
    if not 0 <= b <= 65:
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


def parser(tokens):
    tokens = iter([*tokens, None])
    ahead = next(tokens)

    def go():
        nonlocal ahead
        token, ahead = ahead, next(tokens, None)
        return token

    def expect(sign):
        if go() != sign:
            raise ValueError(f"{sign} is missing")

    def chain(below, signs):
        def rule():
            first = below()
            rest = []
            while ahead is not None and ahead in signs:
                operation = OPERATIONS[go()]
                rest.append((operation, below()))
            if not rest:
                return first
            return lambda names: reduce(lambda value, each: each[0](value, each[1](names)), rest, first(names))

        return rule

    def minus():
        turns = 0
        while ahead == "-":
            go()
            turns += 1
        inner = atom()
        if ahead == "^":
            go()
            base, exponent = inner, minus()
            inner = lambda names: power(base(names), exponent(names))
        return (lambda names: -inner(names)) if turns % 2 else inner

    def atom():
        token = go()
        if token is None:
            raise ValueError("the formula breaks off")
        if re.fullmatch("[0-9]+", token):
            number = int(token)
            return lambda names: number
        if token in CALLS:
            expect("(")
            values = [distance()]
            while ahead == ",":
                go()
                values.append(distance())
            expect(")")
            return lambda names: CALLS[token]([value(names) for value in values])
        if re.fullmatch("[A-Za-z_].*", token):
            return lambda names: names[token]
        if token == "(":
            inner = distance()
            expect(")")
            return inner
        raise ValueError(f"{token} is no value")

    distance = chain(chain(chain(minus, "*/%"), "+-"), "~")
    run = distance()
    if ahead is not None:
        raise ValueError("something is left")
    return run


def part(tokens):
    if tokens[1:2] == ["="]:
        if tokens[0] in CALLS or not re.match("[A-Za-z_]", tokens[0]):
            raise ValueError("no name to set")
        return tokens[0], parser(tokens[2:])
    return None, parser(tokens)


def evaluate(text, names):
    tokens = tokens_of(text)
    cuts = [-1, *[place for place, token in enumerate(tokens) if token == ";"], len(tokens)]
    parts = [part(tokens[start + 1 : end]) for start, end in zip(cuts, cuts[1:])]
    names = dict(names)
    for target, run in parts:
        value = run(names)
        names[target] = value
    return value
