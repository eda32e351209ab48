# One pattern for a line; functions run.
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
