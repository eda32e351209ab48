# One pattern for a whole line; a machine with a method for each instruction.
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
