# Lists of tokens are divided at the weakest operator outside of brackets, again and again.
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


LEVELS = ["~", "+-", "*/%"]


def depths(tokens):
    depth = 0
    result = []
    for token in tokens:
        depth -= token == ")"
        if depth < 0:
            raise ValueError("a bracket too many")
        result.append(depth)
        depth += token == "("
    if depth:
        raise ValueError("a bracket is open")
    return result


def is_value_end(token):
    return token == ")" or token[0].isalnum() or token[0] == "_"


def outside(tokens, signs):
    """Places of operators between two values, outside of brackets."""
    levels = depths(tokens)
    return [
        place
        for place in range(1, len(tokens))
        if levels[place] == 0 and tokens[place] in signs and is_value_end(tokens[place - 1])
    ]


def build(tokens):
    if not tokens:
        raise ValueError("a value is missing")
    for signs in LEVELS:
        places = outside(tokens, signs)
        if places:
            cut = places[-1]
            return [tokens[cut], build(tokens[:cut]), build(tokens[cut + 1 :])]
    if tokens[0] == "-":
        return ["minus", build(tokens[1:])]
    places = outside(tokens, "^")
    if places:
        cut = places[0]
        return ["^", build(tokens[:cut]), build(tokens[cut + 1 :])]
    if tokens[-1] == ")" and len(tokens) > 2:
        if depths(tokens)[1:-1].count(0) and tokens[0] == "(":
            raise ValueError("an operator is missing")
        if tokens[0] == "(":
            return build(tokens[1:-1])
        if tokens[0] in CALLS and tokens[1] == "(" and 0 not in depths(tokens)[2:-1]:
            inner = tokens[2:-1]
            cuts = [-1, *[place for place, level in enumerate(depths(inner)) if level == 0 and inner[place] == ","], len(inner)]
            return ["call", tokens[0], *[build(inner[start + 1 : end]) for start, end in zip(cuts, cuts[1:])]]
    if len(tokens) == 1 and re.fullmatch("[0-9A-Za-z_]+", tokens[0]) and tokens[0] not in CALLS:
        return tokens[0]
    raise ValueError("no value: " + " ".join(tokens))


def compute(tree, names):
    if isinstance(tree, str):
        return int(tree) if tree[0] in "0123456789" else names[tree]
    head, *rest = tree
    if head == "call":
        return CALLS[rest[0]]([compute(each, names) for each in rest[1:]])
    values = [compute(each, names) for each in rest]
    return -values[0] if head == "minus" else OPERATIONS[head](*values)


def evaluate(text, names):
    tokens = tokens_of(text)
    parts = []
    start = 0
    for place, token in enumerate([*tokens, ";"]):
        if token == ";":
            parts.append(tokens[start:place])
            start = place + 1
    trees = []
    for part in parts:
        depths(part)
        target = ""
        if "=" in part:
            if part.index("=") != 1 or part[0] in CALLS or not re.match("[A-Za-z_]", part[0]):
                raise ValueError("a wrong =")
            target, part = part[0], part[2:]
        trees.append((target, build(part)))
    own = dict(names.items())
    for target, tree in trees:
        own[target] = compute(tree, own)
    return own[target]
