# A chain of products, a mirrored row; terms from the lowest power.
from itertools import accumulate


def binomial(n, k):
    *_, last = accumulate(range(k), lambda value, step: value * (n - step) // (step + 1), initial=int(k >= 0))
    return last


def row(n):
    if n < 0:
        raise ValueError("below 0")
    half = [binomial(n, k) for k in range(n // 2 + 1)]
    return half + half[: (n + 1) // 2][::-1]


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
