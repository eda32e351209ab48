# Divides lines into words; new stacks instead of changed ones.
import re

WITH_LABEL = {"read", "jump", "zero", "call"}
WITH_NUMBER = {"push", "copy", "load", "store"}
ALONE = {"swap", "drop", "add", "sub", "mul", "div", "less", "not", "print", "ret", "halt"}
LABEL = re.compile(r"[a-z][a-z0-9_]*")


def assemble(program):
    """The instructions as lists of a name, a number or place, and a line."""
    code, labels = [], {}
    for line, text in enumerate(program.split("\n"), 1):
        words = text.split(";")[0].split(" ")
        words = [word for word in words if word]
        if words and words[0].endswith(":"):
            label = words.pop(0)[:-1]
            if not LABEL.fullmatch(label) or label in labels:
                raise ValueError(f"line {line}: a wrong label")
            labels[label] = len(code)
        if not words:
            continue
        name, *more = words
        if name in ALONE and not more:
            code.append([name, None, line])
        elif name in WITH_NUMBER and len(more) == 1 and re.fullmatch("-?[0-9]+" if name == "push" else "[0-9]+", more[0]):
            code.append([name, int(more[0]), line])
        elif name in WITH_LABEL and len(more) == 1:
            code.append([name, more[0], line])
        else:
            raise ValueError(f"line {line}: no instruction")
    for step in code:
        if step[0] in WITH_LABEL:
            if step[1] not in labels:
                raise ValueError(f"line {step[2]}: no such label")
            step[1] = labels[step[1]]
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
