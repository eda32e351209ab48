# Divides lines into words; each instruction becomes a function.
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

def wrap(number):
    while number > 2147483647:
        number -= 4294967296 * ((number + 2147483648) // 4294967296)
    while number < -2147483648:
        number += 4294967296 * ((2147483647 - number) // 4294967296)
    return number


def compiled(code, state):
    """A function for each instruction, which gives the place to go on at, or None for too few items and other faults."""
    stack, cells, outputs, calls = state["stack"], state["cells"], state["outputs"], state["calls"]

    def fault(kind):
        state["fault"] = kind
        return None

    def operation(needs, work, here):
        def do():
            if len(stack) < needs:
                return fault("stack")
            taken = stack[len(stack) - needs :]
            made = work(*taken)
            if made is None:
                return fault("zero")
            stack[len(stack) - needs :] = map(wrap, made)
            return here + 1

        return do

    def go(needs, work):
        def do():
            return fault("stack") if len(stack) < needs else work()

        return do

    def read(here, target):
        def do():
            if not state["inputs"]:
                return target
            stack.append(wrap(state["inputs"].pop()))
            return here + 1

        return do

    def call(here, target):
        def do():
            if len(calls) > 19:
                return fault("calls")
            calls.append(here + 1)
            return target

        return do

    def ret():
        return calls.pop() if calls else fault("calls")

    def stored(number):
        def work(b):
            cells[number] = b
            return ()

        return work

    def printed(b):
        outputs.append(b)
        return ()

    plain = {
        "swap": (2, lambda a, b: (b, a)),
        "drop": (1, lambda b: ()),
        "add": (2, lambda a, b: (a + b,)),
        "sub": (2, lambda a, b: (a - b,)),
        "mul": (2, lambda a, b: (a * b,)),
        "div": (2, lambda a, b: divmod(a, b) if b else None),
        "less": (2, lambda a, b: (int(b > a),)),
        "not": (1, lambda b: (int(not b),)),
        "print": (1, printed),
    }
    made = []
    for here, (name, more, _) in enumerate(code):
        if name in plain:
            made.append(operation(*plain[name], here))
        elif name == "push":
            made.append(operation(0, lambda more=more: (more,), here))
        elif name == "copy":
            made.append(operation(more + 1, lambda *taken: (*taken, taken[0]), here))
        elif name == "load":
            made.append(operation(0, lambda more=more: (cells.get(more, 0),), here))
        elif name == "store":
            made.append(operation(1, stored(more), here))
        elif name == "read":
            made.append(read(here, more))
        elif name == "jump":
            made.append(lambda more=more: more)
        elif name == "zero":
            made.append(go(1, lambda here=here, more=more: more if stack.pop() == 0 else here + 1))
        elif name == "call":
            made.append(call(here, more))
        elif name == "ret":
            made.append(ret)
        else:
            made.append(lambda: len(code))
    return made


def run(program, inputs, limit):
    code = assemble(program)
    state = {"stack": [], "cells": {}, "outputs": [], "calls": [], "inputs": list(inputs)[::-1], "fault": None}
    steps = compiled(code, state)
    at = done = 0
    while at < len(code):
        if code[at][0] != "halt" and done == limit:
            state["fault"] = "limit"
        else:
            following = steps[at]()
        if state["fault"]:
            return state["fault"], code[at][2], state["outputs"], state["stack"]
        at = following
        done += 1
    return "done", None, state["outputs"], state["stack"]
