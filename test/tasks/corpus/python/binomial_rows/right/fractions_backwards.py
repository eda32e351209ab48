# Fractions, terms from the lowest power.
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
        raise ValueError(n)
    line = [1]
    while len(line) <= n:
        line = [1] + [one + other for one, other in zip(line, line[1:])] + [1]
    return line


def expansion(n, constant):
    if n < 0:
        raise ValueError("n is below 0")
    if n == 0 or constant == 0:
        return {0: "1", 1: "x"}.get(n, f"x^{n}")
    result, factor = "", 1
    for power in range(n + 1):
        factor = constant ** (n - power)
        value = binomial(n, power) * factor
        sign = "" if power == n else " - " if value < 0 else " + "
        letters = "" if power == 0 else "x" if power == 1 else f"x^{power}"
        number = str(abs(value))
        result = sign + (letters if letters and number == "1" else number + letters) + result
    return result
