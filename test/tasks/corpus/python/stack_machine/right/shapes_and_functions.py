# Two passes over the lines; functions run.
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
