# One product over a factorial; signs by replacement.
from math import factorial


def binomial(n, k):
    if k < 0:
        return 0
    product = 1
    for factor in range(n, n - k, -1):
        product *= factor
    return product // factorial(k)


def row(n):
    if n < 0:
        raise ValueError(n)
    line = [1]
    while len(line) <= n:
        line = [1] + [one + other for one, other in zip(line, line[1:])] + [1]
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
