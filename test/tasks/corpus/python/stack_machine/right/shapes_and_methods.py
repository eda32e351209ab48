# A table of shapes; a machine of methods.
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
