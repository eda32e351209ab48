# Divides by the fourth power of the base; reads by a pattern.
import re


DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def check(base):
    if base < 2 or base > 36:
        raise ValueError("a base lies from 2 to 36")


def to_base(number, base):
    check(base)
    if number < 0:
        return "-" + to_base(-number, base)
    groups = []
    while True:
        number, group = divmod(number, base**4)
        text = ""
        for power in (3, 2, 1, 0):
            text += DIGITS[group // base**power % base]
        groups.insert(0, text)
        if number == 0:
            break
    return "_".join(groups).lstrip("0_") or "0"


def from_base(text, base):
    check(base)
    good = DIGITS[:base] + DIGITS[10:base].upper()
    match = re.fullmatch(f"([+-]?)((?:[{good}]+_)*[{good}]+)", text)
    if not match:
        raise ValueError(text)
    return int(match[1] + match[2].replace("_", ""), base)


def convert(text, base, other_base):
    return to_base(from_base(text, base), other_base)
