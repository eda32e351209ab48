# Divides lines into words; methods run, faults are exceptions.
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

class Fault(Exception):
    pass


class Machine:
    """A method for each instruction; what they need is checked by the methods that take from the stack."""

    def __init__(self, code, inputs):
        self.code = code
        self.inputs = iter(inputs)
        self.stack, self.outputs, self.open = [], [], []
        self.cells = {}
        self.at = 0

    def push_value(self, value):
        value &= 0xFFFFFFFF
        self.stack.append(value - 2**32 if value >= 2**31 else value)

    def top(self, count):
        if len(self.stack) < count:
            raise Fault("stack")
        values = self.stack[len(self.stack) - count :]
        return values

    def take(self, count):
        values = self.top(count)
        del self.stack[len(self.stack) - count :]
        return values

    def do_push(self, n):
        self.push_value(n)

    def do_copy(self, n):
        self.push_value(self.top(n + 1)[0])

    def do_swap(self, _):
        self.stack.extend(reversed(self.take(2)))

    def do_drop(self, _):
        self.take(1)

    def do_add(self, _):
        a, b = self.take(2)
        self.push_value(a + b)

    def do_sub(self, _):
        a, b = self.take(2)
        self.push_value(a - b)

    def do_mul(self, _):
        a, b = self.take(2)
        self.push_value(a * b)

    def do_div(self, _):
        if self.top(2)[1] == 0:
            raise Fault("zero")
        for value in divmod(*self.take(2)):
            self.push_value(value)

    def do_less(self, _):
        a, b = self.take(2)
        self.push_value(1 if a < b else 0)

    def do_not(self, _):
        self.push_value(0 if self.take(1)[0] else 1)

    def do_load(self, n):
        self.push_value(self.cells.setdefault(n, 0))

    def do_store(self, n):
        (self.cells[n],) = self.take(1)

    def do_print(self, _):
        self.outputs += self.take(1)

    def do_read(self, place):
        for value in self.inputs:
            self.push_value(value)
            return
        self.at = place

    def do_jump(self, place):
        self.at = place

    def do_zero(self, place):
        if self.take(1) == [0]:
            self.at = place

    def do_call(self, place):
        if len(self.open) >= 20:
            raise Fault("calls")
        self.open.append(self.at)
        self.at = place

    def do_ret(self, _):
        if self.open == []:
            raise Fault("calls")
        self.at = self.open.pop()

    def end(self, limit):
        for _ in range(limit + 1):
            if self.at >= len(self.code) or self.code[self.at][0] == "halt":
                return "done", None
            if _ == limit:
                break
            name, more, line = self.code[self.at]
            self.at += 1
            try:
                getattr(self, "do_" + name)(more)
            except Fault as fault:
                return str(fault), line
        return "limit", self.code[self.at][2]


def run(program, inputs, limit):
    machine = Machine(assemble(program), inputs)
    state, line = machine.end(limit)
    return state, line, machine.outputs, machine.stack
