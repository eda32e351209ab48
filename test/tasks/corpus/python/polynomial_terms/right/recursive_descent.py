# A recursive reader of terms; polynomials are tuples of coefficients from the highest down.
class Source:
    def __init__(self, text):
        self.text = "".join(mark for mark in text if mark != " ")
        self.at = 0
        self.variable = None

    def look(self):
        return self.text[self.at] if self.at < len(self.text) else ""

    def number(self):
        begin = self.at
        while self.look() and self.look() in "0123456789":
            self.at += 1
        return self.text[begin : self.at]

    def letter(self):
        mark = self.look()
        if not ("a" <= mark <= "z"):
            return ""
        if self.variable and self.variable != mark:
            raise ValueError("another variable")
        self.variable = mark
        self.at += 1
        return mark

    def term(self):
        digits = self.number()
        if not self.letter():
            if not digits:
                raise ValueError("no term")
            return int(digits), 0
        power = 1
        if self.look() == "^":
            self.at += 1
            shown = self.number()
            if not shown:
                raise ValueError("no exponent")
            power = int(shown)
        return int(digits or 1), power

    def polynomial(self):
        sign = self.sign() or 1
        terms = []
        while True:
            number, power = self.term()
            terms.append((sign * number, power))
            if not self.look():
                return terms
            sign = self.sign()
            if not sign:
                raise ValueError("no sign")

    def sign(self):
        signs = {"+": 1, "-": -1}
        if self.look() in signs:
            self.at += 1
            return signs[self.text[self.at - 1]]
        return None


def read(text):
    source = Source(text)
    terms = source.polynomial()
    degree = max(power for _, power in terms)
    row = [0] * (degree + 1)
    for number, power in terms:
        row[degree - power] += number
    return tuple(row), source.variable


def write(row, variable):
    out = ""
    degree = len(row) - 1
    for place, number in enumerate(row):
        power = degree - place
        if number == 0:
            continue
        out += (" - " if number < 0 else " + ") if out else ("-" if number < 0 else "")
        number = abs(number)
        if power == 0:
            out += str(number)
        else:
            out += (str(number) if number > 1 else "") + variable + ("^" + str(power) if power > 1 else "")
    return out or "0"


def agreed(one, other):
    if one and other and one != other:
        raise ValueError("not the same variable")
    return one or other


def plus(one, other):
    size = max(len(one), len(other))
    one, other = (0,) * (size - len(one)) + one, (0,) * (size - len(other)) + other
    return tuple(map(int.__add__, one, other))


def times_(one, other):
    result = [0] * (len(one) + len(other) - 1)
    for i, a in enumerate(one):
        if a == 0:
            continue
        for j, b in enumerate(other):
            result[i + j] += a * b
    return tuple(result)


def add(one, other):
    (a, first), (b, second) = read(one), read(other)
    return write(plus(a, b), agreed(first, second))


def multiply(one, other):
    (a, first), (b, second) = read(one), read(other)
    return write(times_(a, b), agreed(first, second))


def trim(row):
    start = 0
    while start < len(row) - 1 and row[start] == 0:
        start += 1
    return row[start:]


def substitute(outer, inner):
    (a, _), (b, variable) = read(outer), read(inner)
    b = trim(b)
    result = (0,)
    for number in a:
        result = trim(plus(times_(result, b), (number,)))
    return write(result, variable)


def derive(text, times=1):
    row, variable = read(text)
    if times < 0:
        raise ValueError("derive")
    while times and any(row):
        degree = len(row) - 1
        row = tuple(number * (degree - place) for place, number in enumerate(row[:-1])) or (0,)
        times -= 1
    return write(row, variable)
