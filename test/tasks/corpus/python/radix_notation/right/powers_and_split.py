# The highest power first, read group by group.
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def check(base):
    if base < 2 or base > 36:
        raise ValueError("a base lies from 2 to 36")


def to_base(number, base):
    if not 2 <= base <= 36:
        raise ValueError("no such base")
    sign, rest, power, count = "-" if number < 0 else "", abs(number), 1, 1
    while power * base <= rest:
        power *= base
        count += 1
    text = ""
    while count:
        text += DIGITS[rest // power]
        rest %= power
        power //= base
        count -= 1
        if count and count % 4 == 0:
            text += "_"
    return sign + text


def from_base(text, base):
    check(base)
    body = text[1:] if text.startswith(("-", "+")) else text
    total = 0
    for group in body.split("_"):
        if group == "":
            raise ValueError("a group without digits")
        for one in group:
            code = ord(one)
            if 48 <= code <= 57:
                digit = code - 48
            elif 65 <= code <= 90:
                digit = code - 55
            elif 97 <= code <= 122:
                digit = code - 87
            else:
                raise ValueError(one)
            if digit >= base:
                raise ValueError(one)
            total = total * base + digit
    return -total if text.startswith("-") else total


def convert(text, base, other_base):
    return to_base(from_base(text, base), other_base)
