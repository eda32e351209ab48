# A table of shapes of instructions; a function gives the next stack and place.
SMALL = "abcdefghijklmnopqrstuvwxyz"
DIGITS = "0123456789"
SHAPES = dict.fromkeys("swap drop add sub mul div less not print ret halt".split(), "")
SHAPES.update(dict.fromkeys("copy load store".split(), "n"), push="i", **dict.fromkeys("read jump zero call".split(), "l"))


def is_label(text):
    return text[:1] in tuple(SMALL) and not text.strip(SMALL + DIGITS + "_")


def number_of(text):
    if not text or text.strip(DIGITS):
        raise ValueError("no number")
    return int(text)


def lines_of(program):
    """The label or None, and the words, of each line."""
    for text in program.split("\n"):
        comment = text.find(";")
        if comment >= 0:
            text = text[:comment]
        words = list(filter(None, text.split(" ")))
        label = None
        if words and words[0][-1] == ":":
            label = words[0][:-1]
            del words[0]
            if not is_label(label):
                raise ValueError("a bad label")
        yield label, words


def assemble(program):
    lines = list(lines_of(program))
    places = {}
    count = 0
    for label, words in lines:
        if label is not None:
            if label in places:
                raise ValueError("twice " + label)
            places[label] = count
        count += bool(words)
    code = []
    for line, (_, words) in enumerate(lines, 1):
        if not words:
            continue
        shape = SHAPES.get(words[0])
        if shape is None or len(words) != 1 + len(shape):
            raise ValueError("a bad instruction")
        argument = None
        if shape == "i" and words[1].startswith("-"):
            argument = -number_of(words[1][1:])
        elif shape in ("n", "i") and shape:
            argument = number_of(words[1])
        elif shape == "l":
            if words[1] not in places:
                raise ValueError("where is " + words[1])
            argument = places[words[1]]
        code.append((words[0], argument, line))
    return code

def wrapped(value):
    return int.from_bytes((value % 2**32).to_bytes(4, "big"), "big", signed=True)


BINARY = {
    "add": lambda a, b: (a + b,),
    "sub": lambda a, b: (a - b,),
    "mul": lambda a, b: (a * b,),
    "div": lambda a, b: (a // b, a % b),
    "less": lambda a, b: (a < b,),
    "swap": lambda a, b: (b, a),
}
UNARY = {"drop", "not", "store", "print", "zero"}


def step(name, more, stack, cells, outputs, inputs, calls, after):
    """The next stack and the place to go on at, or the name of a fault in place of the stack."""
    if name in BINARY:
        if len(stack) < 2:
            return "stack", None
        *rest, a, b = stack
        if name == "div" and b == 0:
            return "zero", None
        return rest + [wrapped(value) for value in BINARY[name](a, b)], after
    if name in UNARY:
        if not stack:
            return "stack", None
        rest, b = stack[:-1], stack[-1]
        if name == "not":
            rest = rest + [1 if b == 0 else 0]
        elif name == "store":
            cells[more] = b
        elif name == "print":
            outputs.append(b)
        return rest, more if name == "zero" and b == 0 else after
    if name == "copy":
        return (stack + [stack[len(stack) - 1 - more]], after) if more < len(stack) else ("stack", None)
    if name == "push":
        return stack + [wrapped(more)], after
    if name == "load":
        return stack + [cells.get(more, 0)], after
    if name == "read":
        return (stack + [wrapped(inputs.pop(0))], after) if inputs else (stack, more)
    if name == "call":
        if len(calls) == 20:
            return "calls", None
        calls.append(after)
    elif name == "ret":
        return (stack, calls.pop()) if calls else ("calls", None)
    return stack, more


def run(program, inputs, limit):
    code = assemble(program)
    rest, cells, outputs, calls, stack = list(inputs), {}, [], [], []
    place = 0
    left = limit
    while place != len(code) and code[place][0] != "halt":
        name, more, line = code[place]
        if left == 0:
            return "limit", line, outputs, stack
        result, place = step(name, more, stack, cells, outputs, rest, calls, place + 1)
        if isinstance(result, str):
            return result, line, outputs, stack
        stack = result
        left -= 1
    return "done", None, outputs, stack
