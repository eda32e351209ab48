# math.comb, and the rule for negative n; multiplies polynomials.
from math import comb


def binomial(n, k):
    if k < 0:
        return 0
    if n >= 0:
        return comb(n, k)
    return (-1) ** k * comb(k - n - 1, k)


def row(n):
    if n < 0:
        raise ValueError("rows begin with 0")
    line, value = [], 1
    for k in range(n + 1):
        line.append(value)
        value = value * (n - k) // (k + 1)
    return line


def times(polynomial, constant):
    """polynomial lists coefficients from the lowest power; it is multiplied by x + constant."""
    result = [0] * (len(polynomial) + 1)
    for power, coefficient in enumerate(polynomial):
        result[power] += coefficient * constant
        result[power + 1] += coefficient
    return result


def expansion(n, constant):
    if n < 0:
        raise ValueError("no negative powers")
    polynomial = [1]
    for _ in range(n):
        polynomial = times(polynomial, constant)
    pieces = []
    for power in range(n, -1, -1):
        value = polynomial[power]
        if not value:
            continue
        pieces.append("-" if value < 0 else "+")
        shown = str(abs(value)) if abs(value) > 1 or power == 0 else ""
        pieces.append(shown + ["", "x", f"x^{power}"][min(power, 2)])
    return " ".join(pieces[1:])
