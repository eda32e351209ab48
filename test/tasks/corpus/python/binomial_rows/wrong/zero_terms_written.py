# Writes terms that are zero.
def binomial(n, k):
    if k < 0:
        return 0
    result = 1
    for step in range(k):
        result = result * (n - step) // (step + 1)
    return result


def row(n):
    if n < 0:
        raise ValueError("there is no such row")
    return [binomial(n, k) for k in range(n + 1)]


def expansion(n, constant):
    if n == 0:
        return "1"
    text = ""
    for k, coefficient in enumerate(row(n)):
        value, power = coefficient * constant**k, n - k
        if text:
            text += " + " if value >= 0 else " - "
        number = abs(value)
        if power == 0:
            text += str(number)
        else:
            text += ("" if number == 1 else str(number)) + ("x" if power == 1 else f"x^{power}")
    return text
