import re

NUMBER = re.compile("-?[0-9]+")
PLACE = re.compile("[0-9]+")
LABEL = re.compile("[a-z][a-z0-9_]*")
DEEPEST_CALL = 20

# How many items each instruction takes from the stack, and what it puts there in their place.
SIMPLE = {
    "add": (2, lambda a, b: [a + b]),
    "sub": (2, lambda a, b: [a - b]),
    "mul": (2, lambda a, b: [a * b]),
    "div": (2, lambda a, b: [a // b, a % b]),
    "less": (2, lambda a, b: [int(a < b)]),
    "swap": (2, lambda a, b: [b, a]),
    "not": (1, lambda a: [int(a == 0)]),
    "drop": (1, lambda a: []),
}
TAKES = {"zero": 1, "store": 1, "print": 1}
OPERANDS = {"push": NUMBER, "copy": PLACE, "load": PLACE, "store": PLACE}
OPERANDS.update(dict.fromkeys(["jump", "zero", "call", "read"], LABEL))
ALONE = {*SIMPLE, "print", "ret", "halt"}


class Fault(Exception):
    pass


def assemble(program):
    """The instructions as (line, name, operand), whose labels have become places in this list."""
    code = []
    labels = {}
    for line, text in enumerate(program.split("\n"), 1):
        words = [word for word in text.partition(";")[0].split(" ") if word]
        if words and words[0].endswith(":"):
            label = words.pop(0)[:-1]
            if not LABEL.fullmatch(label) or label in labels:
                raise ValueError(f"line {line}: {label} cannot be a label")
            labels[label] = line - 1
        if words:
            code.append((line, *read_instruction(line, words)))
    return [(line, name, resolve(line, name, operand, labels)) for line, name, operand in code]


def read_instruction(line, words):
    name, *operands = words
    if name in ALONE and not operands:
        return name, None
    if name in OPERANDS and len(operands) == 1 and OPERANDS[name].fullmatch(operands[0]):
        return name, operands[0]
    raise ValueError(f"line {line}: {' '.join(words)} is no instruction")


def resolve(line, name, operand, labels):
    if OPERANDS.get(name) is not LABEL:
        return operand and int(operand)
    if operand not in labels:
        raise ValueError(f"line {line}: there is no label {operand}")
    return labels[operand]


def wrap(number):
    """The number of 32 bits that the last bits of this one make."""
    return (number + 2**31) % 2**32 - 2**31


class Machine:
    def __init__(self, inputs):
        self.inputs = list(inputs)
        self.outputs = []
        self.stack = []
        self.memory = {}
        self.calls = []
        self.next = 0

    def push(self, *numbers):
        self.stack.extend(wrap(number) for number in numbers)

    def need(self, count):
        if len(self.stack) < count:
            raise Fault("stack")

    def step(self, name, operand):
        following = self.next + 1
        if name in SIMPLE:
            count, effect = SIMPLE[name]
            self.need(count)
            taken = self.stack[len(self.stack) - count :]
            if name == "div" and taken[1] == 0:
                raise Fault("zero")
            del self.stack[len(self.stack) - count :]
            self.push(*effect(*taken))
        elif name == "push":
            self.push(operand)
        elif name == "copy":
            self.need(operand + 1)
            self.push(self.stack[-1 - operand])
        elif name == "load":
            self.push(self.memory.get(operand, 0))
        elif name == "read" and self.inputs:
            self.push(self.inputs.pop(0))
        elif name == "call":
            if len(self.calls) == DEEPEST_CALL:
                raise Fault("calls")
            self.calls.append(following)
            following = operand
        elif name == "ret":
            if not self.calls:
                raise Fault("calls")
            following = self.calls.pop()
        elif name in TAKES:
            self.need(TAKES[name])
            taken = self.stack.pop()
            if name == "store":
                self.memory[operand] = taken
            elif name == "print":
                self.outputs.append(taken)
            elif taken == 0:
                following = operand
        else:
            following = operand
        self.next = following


def run(program, inputs, limit):
    code = assemble(program)
    machine = Machine(inputs)
    state, at = "done", None
    while machine.next < len(code):
        line, name, operand = code[machine.next]
        if name == "halt":
            break
        if limit == 0:
            state, at = "limit", line
            break
        limit -= 1
        try:
            machine.step(name, operand)
        except Fault as fault:
            state, at = str(fault), line
            break
    return state, at, machine.outputs, machine.stack
