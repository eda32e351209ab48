# Compiles to instructions of a stack machine while it reads, and runs them afterwards.
def quotient(a, b):
    whole = abs(a) // abs(b)
    return whole if (a < 0) == (b < 0) else -whole


def power(a, b):
    if not 0 <= b <= 64:
        raise OverflowError(b)
    return a**b


OPERATIONS = {
    "~": lambda a, b: abs(a - b),
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": quotient,
    "%": lambda a, b: a - b * quotient(a, b),
    "^": power,
}
CALLS = {"min": min, "max": max, "gap": lambda values: max(values) - min(values)}

DIGITS = set("0123456789")
LETTERS = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_")


def tokens_of(text):
    tokens = []
    word = ""
    for character in text + " ":
        if word and (character in DIGITS or character in LETTERS and word[0] in LETTERS):
            word += character
            continue
        if word:
            tokens.append(word)
            word = ""
        if character in DIGITS or character in LETTERS:
            word = character
        elif character in "+-*/%^~();,=":
            tokens.append(character)
        elif character != " ":
            raise ValueError("unknown sign " + repr(character))
    return tokens


class Compiler:
    LEVELS = (("~",), ("+", "-"), ("*", "/", "%"))

    def __init__(self, text):
        self.queue = [*tokens_of(text), "the end"]
        self.code = []

    def next_is(self, *signs):
        return self.queue[0] in signs

    def shift(self):
        return self.queue.pop(0)

    def demand(self, sign):
        if self.shift() != sign:
            raise ValueError("demanded " + sign)

    def compile(self):
        self.part()
        while self.next_is(";"):
            self.shift()
            self.part()
        if len(self.queue) != 1:
            raise ValueError("too much")
        return self.code

    def part(self):
        target = None
        if len(self.queue) > 2 and self.queue[1] == "=":
            target = self.shift()
            self.shift()
            if target in CALLS or target[0] not in LETTERS:
                raise ValueError("no name")
        self.level(0)
        self.code.append(("set", target))

    def level(self, number):
        if number == len(self.LEVELS):
            self.minus()
            return
        self.level(number + 1)
        while self.next_is(*self.LEVELS[number]):
            sign = self.shift()
            self.level(number + 1)
            self.code.append(("do", sign))

    def minus(self):
        count = 0
        while self.next_is("-"):
            self.shift()
            count += 1
        self.atom()
        if self.next_is("^"):
            self.shift()
            self.minus()
            self.code.append(("do", "^"))
        self.code.extend([("turn", None)] * (count % 2))

    def atom(self):
        if len(self.queue) == 1:
            raise ValueError("nothing there")
        token = self.shift()
        if token[0] in DIGITS:
            self.code.append(("push", int(token)))
        elif token == "(":
            self.level(0)
            self.demand(")")
        elif token in CALLS:
            self.demand("(")
            self.level(0)
            count = 1
            while self.next_is(","):
                self.shift()
                self.level(0)
                count += 1
            self.demand(")")
            self.code.append(("call", (token, count)))
        elif token[0] in LETTERS:
            self.code.append(("name", token))
        else:
            raise ValueError("no value")


def evaluate(text, names):
    code = Compiler(text).compile()
    known, stack, last = dict(names), [], None
    for kind, what in code:
        if kind == "push":
            stack.append(what)
        elif kind == "name":
            stack.append(known[what])
        elif kind == "turn":
            stack[-1] = -stack[-1]
        elif kind == "do":
            right = stack.pop()
            stack[-1] = OPERATIONS[what](stack[-1], right)
        elif kind == "call":
            name, count = what
            stack[-count:] = [CALLS[name](stack[-count:])]
        else:
            last = stack.pop()
            if what is not None:
                known[what] = last
    return last
