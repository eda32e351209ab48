# A class with operators.
DIGITS = "0123456789"
LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Polynomial:
    def __init__(self, pairs, letter=None):
        self.letter = letter
        self.pairs = {}
        for power, factor in pairs:
            self.pairs[power] = self.pairs.get(power, 0) + factor

    @classmethod
    def read(cls, text):
        marks = [mark for mark in text if mark != " "]
        pairs, letter = [], None
        first = True
        while first or marks:
            sign = 1
            if marks and marks[0] in "+-":
                sign = -1 if marks.pop(0) == "-" else 1
            elif not first:
                raise ValueError("a sign is missing")
            digits = cls.digits(marks)
            if marks and marks[0] in LETTERS:
                name = marks.pop(0)
                if letter not in (None, name):
                    raise ValueError("two letters")
                letter = name
                power = 1
                if marks and marks[0] == "^":
                    marks.pop(0)
                    exponent = cls.digits(marks)
                    if exponent == "":
                        raise ValueError("an exponent is missing")
                    power = int(exponent)
            elif digits == "":
                raise ValueError("a term is missing")
            else:
                power = 0
            pairs.append((power, sign * int(digits or "1")))
            first = False
        return cls(pairs, letter)

    @staticmethod
    def digits(marks):
        out = ""
        while marks and marks[0] in DIGITS:
            out += marks.pop(0)
        return out

    def shared(self, other):
        if None not in (self.letter, other.letter) and self.letter != other.letter:
            raise ValueError("unlike letters")
        return self.letter if self.letter is not None else other.letter

    def __add__(self, other):
        return Polynomial([*self.pairs.items(), *other.pairs.items()], self.shared(other))

    def __mul__(self, other):
        pairs = [(i + j, a * b) for i, a in self.pairs.items() for j, b in other.pairs.items()]
        return Polynomial(pairs, self.shared(other))

    def __pow__(self, power):
        result = Polynomial([(0, 1)], self.letter)
        for bit in bin(power)[2:]:
            result = result * result
            if bit == "1":
                result = result * self
        return result

    def __call__(self, inner):
        result = Polynomial([], inner.letter)
        for power, factor in self.pairs.items():
            if factor:
                result = result + inner**power * Polynomial([(0, factor)])
        return result

    def derivative(self):
        return Polynomial([(power - 1, power * factor) for power, factor in self.pairs.items() if power > 0], self.letter)

    def __str__(self):
        out = []
        for power, factor in sorted(self.pairs.items(), reverse=True):
            if factor == 0:
                continue
            body = str(abs(factor)) if abs(factor) != 1 or power == 0 else ""
            body += self.letter if power else ""
            body += "^" + str(power) if power > 1 else ""
            if out:
                out.append("+" if factor > 0 else "-")
                out.append(body)
            else:
                out.append(body if factor > 0 else "-" + body)
        return " ".join(out) if out else "0"


def add(one, other):
    return str(Polynomial.read(one) + Polynomial.read(other))


def multiply(one, other):
    return str(Polynomial.read(one) * Polynomial.read(other))


def substitute(outer, inner):
    return str(Polynomial.read(outer)(Polynomial.read(inner)))


def derive(text, times=1):
    polynomial = Polynomial.read(text)
    if times < 0:
        raise ValueError("times")
    while times > 0 and polynomial.pairs:
        polynomial = polynomial.derivative()
        times -= 1
    return str(polynomial)
