# A pattern to write, what stood before to read.
import re


DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def check(base):
    if base < 2 or base > 36:
        raise ValueError("a base lies from 2 to 36")


def to_base(number, base):
    check(base)
    rest, text = abs(number), ""
    while rest:
        text = (chr(48 + rest % base) if rest % base < 10 else chr(87 + rest % base)) + text
        rest //= base
    text = re.sub(r"(?<=.)(?=(?:.{4})+$)", "_", text or "0")
    return ("-" if number < 0 else "") + text


def from_base(text, base):
    check(base)
    sign, digits = 1, text
    if text[:1] in ("+", "-"):
        sign, digits = (-1 if text[0] == "-" else 1), text[1:]
    number, before = 0, "_"
    for character in digits:
        if character == "_":
            if before == "_":
                raise ValueError("an underscore stands between digits")
        else:
            value = DIGITS.find(character.lower()) if character.isascii() else -1
            if not 0 <= value < base:
                raise ValueError(f"{character} is no digit in base {base}")
            number = number * base + value
        before = character
    if before == "_":
        raise ValueError("a number ends with a digit")
    return sign * number


def convert(text, base, other_base):
    check(other_base)
    number = from_base(text, base)
    return to_base(number, other_base)
