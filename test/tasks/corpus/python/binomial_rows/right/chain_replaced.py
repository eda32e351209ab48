# A chain of products, and signs by replacement.
from itertools import accumulate


def binomial(n, k):
    *_, last = accumulate(range(k), lambda value, step: value * (n - step) // (step + 1), initial=int(k >= 0))
    return last


def row(n):
    if n < 0:
        raise ValueError("rows begin with 0")
    line, value = [], 1
    for k in range(n + 1):
        line.append(value)
        value = value * (n - k) // (k + 1)
    return line


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
