# Precedence climbing with binding powers over a reversed list of tokens.
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

DIGITS = set("0123456789")
LETTERS = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_")


def tokens_of(text):
    tokens = []
    word = ""
    for character in text + " ":
        if word and (character in DIGITS or character in LETTERS and word[0] in LETTERS):
            word += character
            continue
        if word:
            tokens.append(word)
            word = ""
        if character in DIGITS or character in LETTERS:
            word = character
        elif character in "+-*/%^~();,=":
            tokens.append(character)
        elif character != " ":
            raise ValueError("unknown sign " + repr(character))
    return tokens


BINDS = {"~": 1, "+": 2, "-": 2, "*": 3, "/": 3, "%": 3, "^": 5}
MINUS_BINDS = 4


def need(rest, token):
    if not rest or rest.pop() != token:
        raise ValueError("expected " + token)


def climb(rest, least):
    if not rest:
        raise ValueError("a value is missing")
    token = rest.pop()
    if token == "-":
        left = {"do": "minus", "of": climb(rest, MINUS_BINDS)}
    elif token == "(":
        left = climb(rest, 0)
        need(rest, ")")
    elif token[0] in DIGITS:
        left = {"do": "number", "is": int(token)}
    elif token in CALLS:
        need(rest, "(")
        left = {"do": "call", "which": token, "of": [climb(rest, 0)]}
        while rest and rest[-1] == ",":
            rest.pop()
            left["of"].append(climb(rest, 0))
        need(rest, ")")
    elif token[0] in LETTERS:
        left = {"do": "name", "which": token}
    else:
        raise ValueError("unexpected " + token)
    while rest and BINDS.get(rest[-1], -1) >= max(least, 0):
        sign = rest.pop()
        right = climb(rest, MINUS_BINDS if sign == "^" else BINDS[sign] + 1)
        left = {"do": sign, "of": [left, right]}
    return left


def work(node, names):
    do = node["do"]
    if do == "number":
        return node["is"]
    if do == "name":
        return names[node["which"]]
    if do == "minus":
        return -work(node["of"], names)
    values = [work(each, names) for each in node["of"]]
    return CALLS[node["which"]](values) if do == "call" else OPERATIONS[do](*values)


def evaluate(text, names):
    rest = tokens_of(text)[::-1]
    parts = []
    while True:
        target = None
        if len(rest) > 1 and rest[-2] == "=":
            target = rest.pop()
            if target[0] not in LETTERS or target in CALLS:
                raise ValueError("not a name")
            rest.pop()
        parts.append((target, climb(rest, 0)))
        if not rest:
            break
        need(rest, ";")
    known = {**names}
    for target, node in parts:
        last = work(node, known)
        if target is not None:
            known[target] = last
    return last
