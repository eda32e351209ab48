# The product and what is substituted come from values at one large number.
import re


def analyse(text):
    text = text.replace(" ", "")
    tokens = re.findall(r"[0-9]+|[a-z]|\^|[+-]|.", text, re.S)
    terms, letters = {}, []
    place = 0
    while True:
        sign = 1
        if tokens[place : place + 1] in (["+"], ["-"]):
            sign = -1 if tokens[place] == "-" else 1
            place += 1
        elif place:
            raise ValueError(text)
        number, power, known = 1, 0, False
        if tokens[place : place + 1] and tokens[place].isascii() and tokens[place].isdigit():
            number, known = int(tokens[place]), True
            place += 1
        if tokens[place : place + 1] and re.fullmatch("[a-z]", tokens[place]):
            letters.append(tokens[place])
            place += 1
            power, known = 1, True
            if tokens[place : place + 1] == ["^"]:
                if not re.fullmatch("[0-9]+", "".join(tokens[place + 1 : place + 2])):
                    raise ValueError(text)
                power = int(tokens[place + 1])
                place += 2
        if not known:
            raise ValueError(text)
        terms[power] = terms.get(power, 0) + sign * number
        if place == len(tokens):
            break
    if len(set(letters)) > 1:
        raise ValueError(text)
    return terms, letters[0] if letters else None


def value(terms, point):
    return sum(number * point**power for power, number in terms.items())


def interpolate(number, point):
    """The polynomial with coefficients small in size that has this value at the point."""
    terms, power = {}, 0
    while number:
        rest = number % point
        if rest > point // 2:
            rest -= point
        terms[power] = rest
        number = (number - rest) // point
        power += 1
    return terms


def size(terms):
    return sum(map(abs, terms.values())) + 1


def output(terms, letter):
    parts = []
    for power in sorted(terms)[::-1]:
        number = terms[power]
        if number:
            tail = "" if not power else letter + ("" if power == 1 else f"^{power}")
            head = str(abs(number)) if abs(number) > 1 or not tail else ""
            parts.append(("-" if number < 0 else "+", head + tail))
    if not parts:
        return "0"
    (sign, first), *others = parts
    return sign.strip("+") + first + "".join(f" {sign} {part}" for sign, part in others)


def letters_of(first, second):
    if first and second and first != second:
        raise ValueError("the letters differ")
    return first or second


def add(one, other):
    (a, first), (b, second) = analyse(one), analyse(other)
    return output({power: a.get(power, 0) + b.get(power, 0) for power in {*a, *b}}, letters_of(first, second))


def multiply(one, other):
    (a, first), (b, second) = analyse(one), analyse(other)
    letter = letters_of(first, second)
    point = 4 * size(a) * size(b) + 3
    return output(interpolate(value(a, point) * value(b, point), point), letter)


def substitute(outer, inner):
    (a, _), (b, letter) = analyse(outer), analyse(inner)
    bound = sum(abs(number) * size(b) ** power for power, number in a.items())
    point = 4 * bound + 3
    return output(interpolate(value(a, value(b, point)), point), letter)


def derive(text, times=1):
    terms, letter = analyse(text)
    if times < 0:
        raise ValueError(times)
    for _ in range(times):
        terms = {power - 1: power * number for power, number in terms.items() if power}
        if not any(terms.values()):
            return "0"
    return output(terms, letter)
