# Reads the text itself with patterns at a position, without a list of tokens.
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


class Reader:
    def __init__(self, text):
        self.text = text
        self.at = 0
        self.read(" *")

    def read(self, pattern):
        match = re.compile(pattern + " *").match(self.text, self.at)
        if not match:
            return None
        self.at = match.end()
        return match.group().strip(" ")

    def must(self, pattern):
        found = self.read(pattern)
        if found is None:
            raise ValueError(f"expected {pattern} at {self.at}")
        return found

    def parts(self):
        found = []
        while True:
            name = self.read(r"(?!(?:min|max|gap) *=)[A-Za-z_][A-Za-z_0-9]*(?= *=)")
            if name:
                self.must("=")
            found.append((name, self.expression(["~", "[-+]", "[*/%]"])))
            if not self.read(";"):
                break
        if self.at < len(self.text):
            raise ValueError(f"not understood from {self.at}")
        return found

    def expression(self, levels=("~", "[-+]", "[*/%]")):
        if not levels:
            return self.signed()
        steps = [(None, self.expression(levels[1:]))]
        while sign := self.read(levels[0]):
            steps.append((sign, self.expression(levels[1:])))
        return steps if len(steps) > 1 else steps[0][1]

    def signed(self):
        if self.read("-"):
            return {"-": self.signed()}
        base = self.atom()
        return {"^": (base, self.signed())} if self.read(r"\^") else base

    def atom(self):
        number = self.read("[0-9]+")
        if number:
            return int(number)
        if self.read(r"\("):
            inner = self.expression()
            self.must(r"\)")
            return inner
        name = self.must("[A-Za-z_][A-Za-z_0-9]*")
        if name not in CALLS:
            return name
        self.must(r"\(")
        values = [self.expression()]
        while self.read(","):
            values.append(self.expression())
        self.must(r"\)")
        return {name: values}


def reckon(node, names):
    if isinstance(node, int):
        return node
    if isinstance(node, str):
        return names[node]
    if isinstance(node, list):
        total = reckon(node[0][1], names)
        for sign, each in node[1:]:
            total = OPERATIONS[sign](total, reckon(each, names))
        return total
    ((kind, inner),) = node.items()
    if kind == "-":
        return -reckon(inner, names)
    values = [reckon(each, names) for each in inner]
    return power(*values) if kind == "^" else CALLS[kind](values)


def evaluate(text, names):
    parts = Reader(text).parts()
    scope = {name: names[name] for name in names}
    for name, node in parts:
        value = reckon(node, scope)
        if name is not None:
            scope[name] = value
    return value
