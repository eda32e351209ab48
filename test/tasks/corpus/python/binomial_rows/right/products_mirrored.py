# Products, and a row whose half is mirrored.
def binomial(n, k):
    if k < 0:
        return 0
    result = 1
    for step in range(k):
        result = result * (n - step) // (step + 1)
    return result


def row(n):
    if n < 0:
        raise ValueError("below 0")
    half = [binomial(n, k) for k in range(n // 2 + 1)]
    return half + half[: (n + 1) // 2][::-1]


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
