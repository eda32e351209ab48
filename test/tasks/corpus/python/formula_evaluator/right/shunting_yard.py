# Two stacks put the tokens into postfix order, which another stack then works off.
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


STRENGTH = {"~": 1, "+": 2, "-": 2, "*": 3, "/": 3, "%": 3, "neg": 4, "^": 5}


def postfix(tokens):
    output, signs = [], []
    wants_value = True

    def empty(strength):
        while signs and signs[-1] in STRENGTH and STRENGTH[signs[-1]] >= strength:
            output.append(signs.pop())

    for place, token in enumerate(tokens):
        if wants_value:
            if token[0] in DIGITS:
                output.append(int(token))
                wants_value = False
            elif token in CALLS:
                if tokens[place + 1 : place + 2] != ["("]:
                    raise ValueError("a call needs values")
                signs.append([token, 1])
            elif token[0] in LETTERS:
                output.append(("name", token))
                wants_value = False
            elif token == "-":
                signs.append("neg")
            elif token == "(":
                signs.append("(")
            else:
                raise ValueError("a value is missing")
        elif token == "^":
            signs.append("^")
            wants_value = True
        elif token in STRENGTH:
            empty(STRENGTH[token])
            signs.append(token)
            wants_value = True
        elif token in ",)":
            empty(0)
            if not signs:
                raise ValueError("a bracket too many")
            called = len(signs) > 1 and isinstance(signs[-2], list)
            if token == ",":
                if not called:
                    raise ValueError("a comma outside of a call")
                signs[-2][1] += 1
                wants_value = True
            else:
                signs.pop()
                if called:
                    output.append(tuple(signs.pop()))
        else:
            raise ValueError("an operator is missing")
    if wants_value:
        raise ValueError("a value is missing at the end")
    empty(0)
    if signs:
        raise ValueError("a bracket is open")
    return output


def work_off(output, names):
    stack = []
    for item in output:
        if isinstance(item, int):
            stack.append(item)
        elif item == "neg":
            stack.append(-stack.pop())
        elif isinstance(item, str):
            right = stack.pop()
            stack.append(OPERATIONS[item](stack.pop(), right))
        elif item[0] == "name":
            stack.append(names[item[1]])
        else:
            values = stack[-item[1] :]
            del stack[-item[1] :]
            stack.append(CALLS[item[0]](values))
    return stack.pop()


def evaluate(text, names):
    parts = [[]]
    for token in tokens_of(text):
        if token == ";":
            parts.append([])
        else:
            parts[-1].append(token)
    ready = []
    for part in parts:
        target = None
        if len(part) > 1 and part[1] == "=":
            target = part[0]
            if target[0] not in LETTERS or target in CALLS:
                raise ValueError("only names can be set")
            part = part[2:]
        ready.append((target, postfix(part)))
    scope = names.copy()
    result = 0
    for target, output in ready:
        result = work_off(output, scope)
        if target:
            scope[target] = result
    return result
