# A state machine reads the text; terms are pairs in a sorted list.
def scan(text):
    state = "begin"
    sign, digits, exponent = 1, "", ""
    names = []
    terms = []
    for mark in text.replace(" ", "") + "$":
        if mark in "+-$" and state in ("digits", "name", "exponent"):
            power = 0 if state == "digits" else int(exponent) if exponent else 1
            terms.append((power, sign * (int(digits) if digits else 1)))
            sign, digits, exponent = (-1 if mark == "-" else 1), "", ""
            state = "sign"
        elif mark in "+-" and state == "begin":
            sign = -1 if mark == "-" else 1
            state = "sign"
        elif "0" <= mark <= "9" and state in ("begin", "sign", "digits"):
            digits += mark
            state = "digits"
        elif "a" <= mark <= "z" and state in ("begin", "sign", "digits"):
            names.append(mark)
            state = "name"
        elif mark == "^" and state == "name":
            state = "caret"
        elif "0" <= mark <= "9" and state in ("caret", "exponent"):
            exponent += mark
            state = "exponent"
        else:
            raise ValueError(f"unexpected {mark}")
        if mark == "$" and "$" in text:
            raise ValueError("unexpected $")
    if any(name != names[0] for name in names):
        raise ValueError("several variables")
    return tidy(terms), names[0] if names else ""


def tidy(terms):
    result = []
    for power, number in sorted(terms):
        if result and result[-1][0] == power:
            result[-1] = (power, result[-1][1] + number)
        else:
            result.append((power, number))
    return [term for term in result if term[1] != 0]


def show(terms, name):
    texts = []
    for power, number in reversed(terms):
        text = str(number)
        if power:
            text = {"1": "", "-1": "-"}.get(text, text) + name
        if power > 1:
            text += f"^{power}"
        if texts:
            text = "- " + text[1:] if text.startswith("-") else "+ " + text
        texts.append(text)
    return " ".join(texts) or "0"


def both(one, other):
    first, name = scan(one)
    second, other_name = scan(other)
    if name and other_name and name != other_name:
        raise ValueError("unlike")
    return first, second, name or other_name


def add(one, other):
    first, second, name = both(one, other)
    return show(tidy(first + second), name)


def product(first, second):
    return tidy([(i + j, a * b) for i, a in first for j, b in second])


def multiply(one, other):
    first, second, name = both(one, other)
    return show(product(first, second), name)


def power_of(terms, power):
    if power == 0:
        return [(0, 1)]
    half = power_of(terms, power // 2)
    square = product(half, half)
    return product(square, terms) if power % 2 else square


def substitute(outer, inner):
    first, _ = scan(outer)
    second, name = scan(inner)
    result = []
    for power, number in first:
        result += [(place, number * factor) for place, factor in power_of(second, power)]
    return show(tidy(result), name)


def derive(text, times=1):
    terms, name = scan(text)
    if times < 0:
        raise ValueError("too few times")
    for _ in range(times):
        terms = [(power - 1, number * power) for power, number in terms if power]
        if not terms:
            break
    return show(terms, name)
