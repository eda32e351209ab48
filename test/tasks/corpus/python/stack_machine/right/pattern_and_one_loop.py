# One pattern for a line; one loop runs.
import re

LINE = re.compile(
    r" *(?:([a-z][a-z0-9_]*): *(?: |$|(?=;)))? *"
    r"(?:(?:(push) +(-?[0-9]+)|(copy|load|store) +([0-9]+)|(read|jump|zero|call) +([a-z][a-z0-9_]*)"
    r"|(swap|drop|add|sub|mul|div|less|not|print|ret|halt))(?: +|$|(?=;)))?(?:;.*)?"
)


def assemble(program):
    """One pattern reads a whole line; labels are looked up at the end."""
    found = []
    labels = {}
    for number, line in enumerate(program.split("\n"), start=1):
        match = LINE.fullmatch(line)
        if match is None:
            raise ValueError("cannot read line " + str(number))
        label, *rest = match.groups()
        if label is not None:
            if label in labels:
                raise ValueError("label given twice: " + label)
            labels[label] = len(found)
        rest = [part for part in rest if part is not None]
        if rest:
            found.append((rest[0], rest[1] if len(rest) > 1 else None, number))
    code = []
    for name, more, number in found:
        if name in ("read", "jump", "zero", "call"):
            if more not in labels:
                raise ValueError("unknown label: " + more)
            code.append((name, labels[more], number))
        else:
            code.append((name, None if more is None else int(more), number))
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
                stack.append(wrap(inputs[used]))
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
