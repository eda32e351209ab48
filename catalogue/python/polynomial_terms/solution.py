import re

TERM = re.compile(r"([0-9]*)(?:([a-z])(?:\^([0-9]+))?)?")


def read_polynomial(text):
    text = text.replace(" ", "")
    terms = {}
    letter = None
    place = 0
    while place < len(text) or place == 0:
        sign = 1
        if text[place : place + 1] in ("+", "-"):
            sign = -1 if text[place] == "-" else 1
            place += 1
        elif place > 0:
            raise ValueError("a sign must stand between terms")
        match = TERM.match(text, place)
        if match.end() == place:
            raise ValueError("a term is missing")
        digits, variable, power = match.groups()
        if variable:
            if letter not in (None, variable):
                raise ValueError("there are two variables")
            letter = variable
        exponent = int(power or 1) if variable else 0
        terms[exponent] = terms.get(exponent, 0) + sign * int(digits or 1)
        place = match.end()
    return terms, letter


def write_polynomial(terms, letter):
    text = ""
    for exponent in sorted(terms, reverse=True):
        number = terms[exponent]
        if number == 0:
            continue
        if text:
            text += " - " if number < 0 else " + "
        elif number < 0:
            text = "-"
        size = abs(number)
        if exponent == 0:
            text += str(size)
        else:
            text += (str(size) if size > 1 else "") + (letter or "x")
            text += f"^{exponent}" if exponent > 1 else ""
    return text or "0"


def shared_letter(one, other):
    if one and other and one != other:
        raise ValueError("there are two variables")
    return one or other


def add(one, other):
    terms, letter = read_polynomial(one)
    others, other_letter = read_polynomial(other)
    for exponent, number in others.items():
        terms[exponent] = terms.get(exponent, 0) + number
    return write_polynomial(terms, shared_letter(letter, other_letter))


def multiply(one, other):
    terms, letter = read_polynomial(one)
    others, other_letter = read_polynomial(other)
    product = {}
    for exponent, number in terms.items():
        for second, factor in others.items():
            product[exponent + second] = product.get(exponent + second, 0) + number * factor
    return write_polynomial(product, shared_letter(letter, other_letter))


def substitute(outer, inner):
    terms, _ = read_polynomial(outer)
    result = "0"
    for exponent in range(max(terms), -1, -1):
        result = add(multiply(result, inner), str(terms.get(exponent, 0)))
    return result


def derive(text, times=1):
    if times < 0:
        raise ValueError("times must be 0 or more")
    terms, letter = read_polynomial(text)
    for _ in range(times):
        terms = {exponent - 1: number * exponent for exponent, number in terms.items() if exponent}
    return write_polynomial(terms, letter)
