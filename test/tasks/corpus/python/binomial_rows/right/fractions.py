# Fractions step by step.
from fractions import Fraction


def binomial(n, k):
    if k < 0:
        return 0
    result = Fraction(1)
    for step in range(1, k + 1):
        result *= Fraction(n - k + step, step)
    return int(result)


def row(n):
    if n < 0:
        raise ValueError("there is no such row")
    return [binomial(n, k) for k in range(n + 1)]


def term(value, power):
    if power == 0:
        return str(value)
    name = "x" if power == 1 else "x^" + str(power)
    return name if value == 1 else "-" + name if value == -1 else str(value) + name


def expansion(n, constant):
    numbers = row(n)
    if n == 0:
        return "1"
    terms = [term(number * constant**k, n - k) for k, number in enumerate(numbers) if number * constant**k]
    return " + ".join(terms).replace("+ -", "- ")
