# math.comb, and a sign before each term.
from math import comb


def binomial(n, k):
    if k < 0:
        return 0
    if n >= 0:
        return comb(n, k)
    return (-1) ** k * comb(k - n - 1, k)


def row(n):
    if n < 0:
        raise ValueError(n)
    line = [1]
    while len(line) <= n:
        line = [1] + [one + other for one, other in zip(line, line[1:])] + [1]
    return line


def expansion(n, constant):
    if n == 0:
        return "1"
    text = ""
    for k, coefficient in enumerate(row(n)):
        value, power = coefficient * constant**k, n - k
        if value == 0:
            continue
        if text:
            text += " + " if value > 0 else " - "
        number = abs(value)
        if power == 0:
            text += str(number)
        else:
            text += ("" if number == 1 else str(number)) + ("x" if power == 1 else f"x^{power}")
    return text
