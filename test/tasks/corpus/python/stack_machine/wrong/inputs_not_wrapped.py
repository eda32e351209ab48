# Inputs are not wrapped round to 32 bits.
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

NEEDS = {"swap": 2, "drop": 1, "add": 2, "sub": 2, "mul": 2, "div": 2, "less": 2, "not": 1, "store": 1, "print": 1, "zero": 1}


def wrap(number):
    return (number + 2**31) % 2**32 - 2**31


def run(program, inputs, limit):
    code = assemble(program)
    stack, outputs, calls, cells = [], [], [], {}
    used = at = steps = 0
    state, stopped = "done", None
    while at < len(code):
        name, more, line = code[at]
        fault = None
        if name == "halt":
            break
        if steps == limit:
            fault = "limit"
        elif len(stack) < (more + 1 if name == "copy" else NEEDS.get(name, 0)):
            fault = "stack"
        elif name == "div" and stack[-1] == 0:
            fault = "zero"
        elif name == "ret" and not calls or name == "call" and len(calls) == 20:
            fault = "calls"
        if fault:
            state, stopped = fault, line
            break
        steps += 1
        at += 1
        if name == "push":
            stack.append(wrap(more))
        elif name == "copy":
            stack.append(stack[-1 - more])
        elif name == "load":
            stack.append(cells.get(more, 0))
        elif name == "store":
            cells[more] = stack.pop()
        elif name == "swap":
            stack[-2:] = stack[-1], stack[-2]
        elif name == "drop":
            stack.pop()
        elif name == "print":
            outputs.append(stack.pop())
        elif name == "not":
            stack.append(int(stack.pop() == 0))
        elif name in ("add", "sub", "mul", "less", "div"):
            b, a = stack.pop(), stack.pop()
            if name == "div":
                stack += [wrap(a // b), wrap(a % b)]
            else:
                stack.append(wrap({"add": a + b, "sub": a - b, "mul": a * b, "less": int(a < b)}[name]))
        elif name == "read":
            if used < len(inputs):
                stack.append(inputs[used])
                used += 1
            else:
                at = more
        elif name == "jump":
            at = more
        elif name == "zero":
            if stack.pop() == 0:
                at = more
        elif name == "call":
            calls.append(at)
            at = more
        else:
            at = calls.pop()
    return state, stopped, outputs, stack
