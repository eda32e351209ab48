# A variable with exponent 0 names none.
import re

TERM = re.compile(r"([+-]?)(?:([0-9]+)([a-z]?)|([a-z]))(?:\^([0-9]+))?")


def read(text):
    text = text.replace(" ", "")
    variable, terms, place = None, {}, 0
    while place < len(text) or not place:
        found = TERM.match(text, place)
        if not found or place and not found[1]:
            raise ValueError(text)
        sign, digits, after, alone, power = found.groups()
        letter = after or alone
        if power and not letter or letter and variable not in (None, letter):
            raise ValueError(text)
        exponent = int(power or 1) if letter else 0
        variable = variable or letter if exponent else variable
        terms[exponent] = terms.get(exponent, 0) + int(sign + (digits or "1"))
        place = found.end()
    return variable, terms


def write(variable, terms):
    out = ""
    for exponent in sorted(terms, reverse=True):
        coefficient = terms[exponent]
        if coefficient == 0:
            continue
        if out:
            out += " - " if coefficient < 0 else " + "
        elif coefficient < 0:
            out = "-"
        size = str(abs(coefficient))
        if exponent:
            size = (size if size != "1" else "") + variable + (f"^{exponent}" if exponent > 1 else "")
        out += size
    return out or "0"


def common(one, other):
    if one and other and one != other:
        raise ValueError("two variables")
    return one or other


def add(one, other):
    first, second = read(one), read(other)
    terms = dict(first[1])
    for exponent, coefficient in second[1].items():
        terms[exponent] = terms.get(exponent, 0) + coefficient
    return write(common(first[0], second[0]), terms)


def times(one, other):
    result = {}
    for exponent, coefficient in one.items():
        for more, factor in other.items():
            result[exponent + more] = result.get(exponent + more, 0) + coefficient * factor
    return result


def multiply(one, other):
    first, second = read(one), read(other)
    return write(common(first[0], second[0]), times(first[1], second[1]))


def substitute(outer, inner):
    (_, terms), (variable, inside) = read(outer), read(inner)
    result, power, reached = {}, {0: 1}, 0
    for exponent in sorted(terms):
        while reached < exponent:
            power = times(power, inside)
            reached += 1
        for place, coefficient in power.items():
            result[place] = result.get(place, 0) + coefficient * terms[exponent]
    return write(variable, result)


def derive(text, times=1):
    variable, terms = read(text)
    if times < 0:
        raise ValueError("negative")
    for _ in range(times):
        terms = {exponent - 1: exponent * coefficient for exponent, coefficient in terms.items() if exponent}
    return write(variable, terms)
