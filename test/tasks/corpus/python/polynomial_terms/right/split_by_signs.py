# Splits by hand at signs; sums first, order last.
def to_terms(text):
    packed = text.replace(" ", "")
    pieces, current = [], ""
    for place, mark in enumerate(packed):
        if mark in "+-" and place > 0:
            pieces.append(current)
            current = ""
        current += mark
    pieces.append(current)
    variable = ""
    terms = []
    for piece in pieces:
        sign = -1 if piece.startswith("-") else 1
        body = piece[1:] if piece[:1] in ("+", "-") else piece
        if not body:
            raise ValueError("an empty term")
        digits = ""
        while body and body[0] in "0123456789":
            digits, body = digits + body[0], body[1:]
        power = 0
        if body:
            if body[0] not in "abcdefghijklmnopqrstuvwxyz" or variable not in ("", body[0]):
                raise ValueError("a wrong letter")
            variable = body[0]
            power = 1
            if body[1:]:
                exponent = body[2:]
                if body[1] != "^" or not exponent or any(mark not in "0123456789" for mark in exponent):
                    raise ValueError("a wrong exponent")
                power = int(exponent)
        terms.append((power, sign * int(digits or "1")))
    return terms, variable


def combined(terms):
    sums = {}
    for power, number in terms:
        sums[power] = sums.setdefault(power, 0) + number
    return [(power, sums[power]) for power in sorted(sums, reverse=True) if sums[power]]


def to_text(terms, variable):
    terms = combined(terms)
    if not terms:
        return "0"
    out = []
    for power, number in terms:
        unit = "" if power == 0 else variable if power == 1 else f"{variable}^{power}"
        amount = "" if unit and abs(number) == 1 else f"{abs(number)}"
        out.append(("-" if number < 0 else "+") + " " + amount + unit)
    text = " ".join(out)
    return text[2:] if text[0] == "+" else "-" + text[2:]


def one_variable(first, second):
    if first != second and first and second:
        raise ValueError("two variables")
    return max(first, second)


def add(one, other):
    first, x = to_terms(one)
    second, y = to_terms(other)
    return to_text(first + second, one_variable(x, y))


def products(first, second):
    return combined([(p + q, a * b) for p, a in first for q, b in second])


def multiply(one, other):
    first, x = to_terms(one)
    second, y = to_terms(other)
    return to_text(products(first, second), one_variable(x, y))


def substitute(outer, inner):
    terms, _ = to_terms(outer)
    inside, variable = to_terms(inner)
    terms = combined(terms)
    result = []
    height = terms[0][0] if terms else 0
    for power in range(height, -1, -1):
        result = products(result, inside) + [term for term in [(0, dict(terms).get(power, 0))] if term[1]]
    return to_text(result, variable)


def derive(text, times=1):
    terms, variable = to_terms(text)
    if times < 0:
        raise ValueError("times is negative")
    for _ in range(times):
        terms = [(power - 1, power * number) for power, number in combined(terms) if power]
        if not terms:
            return "0"
    return to_text(terms, variable)
