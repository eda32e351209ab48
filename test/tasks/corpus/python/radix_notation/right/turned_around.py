# Writes the text from behind, slices it and turns it around.
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def check(base):
    if base < 2 or base > 36:
        raise ValueError("a base lies from 2 to 36")


def to_base(number, base):
    check(base)
    rest, turned = abs(number), ""
    while rest > 0:
        turned += DIGITS[rest % base]
        rest = rest // base
    turned = turned or "0"
    slices = [turned[start : start + 4] for start in range(0, len(turned), 4)]
    return ("-" if number < 0 else "") + "_".join(slices)[::-1]


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
