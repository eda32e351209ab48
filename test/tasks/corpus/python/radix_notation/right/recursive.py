# Both the digits and their groups by recursion; reads group by group.
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def check(base):
    if base < 2 or base > 36:
        raise ValueError("a base lies from 2 to 36")


def plain(number, base):
    return (plain(number // base, base) if number >= base else "") + DIGITS[number % base]


def grouped(text):
    return text if len(text) <= 4 else grouped(text[:-4]) + "_" + text[-4:]


def to_base(number, base):
    if base not in range(2, 37):
        raise ValueError(base)
    text = grouped(plain(abs(number), base))
    return text if number >= 0 else "-" + text


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
    check(other_base)
    number = from_base(text, base)
    return to_base(number, other_base)
