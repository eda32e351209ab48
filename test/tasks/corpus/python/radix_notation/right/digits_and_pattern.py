# Digits from the right, read by a pattern.
import re


DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def check(base):
    if base < 2 or base > 36:
        raise ValueError("a base lies from 2 to 36")


def to_base(number, base):
    check(base)
    rest, digits = abs(number), []
    while rest or not digits:
        rest, digit = divmod(rest, base)
        if len(digits) % 5 == 4:
            digits.append("_")
        digits.append(DIGITS[digit])
    return "-" * (number < 0) + "".join(reversed(digits))


def from_base(text, base):
    check(base)
    good = DIGITS[:base] + DIGITS[10:base].upper()
    match = re.fullmatch(f"([+-]?)((?:[{good}]+_)*[{good}]+)", text)
    if not match:
        raise ValueError(text)
    return int(match[1] + match[2].replace("_", ""), base)


def convert(text, base, other_base):
    check(other_base)
    number = from_base(text, base)
    return to_base(number, other_base)
