# Lists of coefficients from the constant upwards; Horner's rule.
import re
from itertools import zip_longest


def parse(text):
    text = text.replace(" ", "")
    pieces = re.split(r"(?=[+-])", text) if text[:1] in "+-" else re.split(r"(?=[+-])", "+" + text)
    pieces = [piece for piece in pieces if piece]
    letters = set()
    row = [0]
    for piece in pieces:
        found = re.fullmatch(r"([+-])([0-9]*)(?:([a-z])(\^[0-9]+)?)?", piece)
        if found is None or piece in "+-":
            raise ValueError(piece)
        sign, digits, letter, power = found.groups()
        letters |= {letter} - {None}
        exponent = int(power[1:]) if power else int(letter is not None)
        row += [0] * (exponent + 1 - len(row))
        row[exponent] += int(sign + (digits or "1"))
    if not pieces or len(letters) > 1:
        raise ValueError(text)
    return row, "".join(letters)


def text_of(row, letter):
    out = []
    for exponent in range(len(row) - 1, -1, -1):
        number = row[exponent]
        if number:
            name = "" if exponent == 0 else letter if exponent == 1 else f"{letter}^{exponent}"
            out.append(" - " if number < 0 else " + ")
            out.append(name if name and abs(number) == 1 else f"{abs(number)}{name}")
    if not out:
        return "0"
    out[0] = "-" if out[0] == " - " else ""
    return "".join(out)


def product(one, other):
    row = [0] * (len(one) + len(other) - 1)
    for i, a in enumerate(one):
        if a:
            for j, b in enumerate(other):
                row[i + j] += a * b
    return row


def total(one, other):
    return [a + b for a, b in zip_longest(one, other, fillvalue=0)]


def two(one, other):
    (a, letter), (b, other_letter) = parse(one), parse(other)
    if letter and other_letter and letter != other_letter:
        raise ValueError("different variables")
    return a, b, letter or other_letter


def add(one, other):
    a, b, letter = two(one, other)
    return text_of(total(a, b), letter)


def multiply(one, other):
    a, b, letter = two(one, other)
    return text_of(product(a, b), letter)


def substitute(outer, inner):
    a, _ = parse(outer)
    b, letter = parse(inner)
    result = [0]
    for coefficient in reversed(a):
        result = total(product(result, b), [coefficient])
        while len(result) > 1 and result[-1] == 0:
            result.pop()
    return text_of(result, letter)


def derive(text, times=1):
    row, letter = parse(text)
    if times < 0:
        raise ValueError(times)
    for _ in range(min(times, len(row))):
        row = [exponent * number for exponent, number in enumerate(row)][1:] or [0]
    return text_of(row, letter)
