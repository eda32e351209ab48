# A factorial, terms from the lowest power.
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
        raise ValueError("rows begin with 0")
    line, value = [], 1
    for k in range(n + 1):
        line.append(value)
        value = value * (n - k) // (k + 1)
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
