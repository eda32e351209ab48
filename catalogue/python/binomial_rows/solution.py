def binomial(n, k):
    if k < 0:
        return 0
    value = 1
    for step in range(k):
        value = value * (n - step) // (step + 1)
    return value


def row(n):
    if n < 0:
        raise ValueError(f"there is no row {n}")
    return [binomial(n, k) for k in range(n + 1)]


def power_of_x(exponent):
    if exponent < 2:
        return "x" * exponent
    return f"x^{exponent}"


def expansion(n, constant):
    written = ""
    for k, ways in enumerate(row(n)):
        coefficient = ways * constant**k
        if coefficient == 0:
            continue
        if written:
            written += " + " if coefficient > 0 else " - "
        size = abs(coefficient)
        if size > 1 or k == n:
            written += str(size)
        written += power_of_x(n - k)
    return written
