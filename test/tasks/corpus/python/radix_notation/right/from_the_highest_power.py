# Begins with the highest power; reads from the lowest.
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
    values = {digit: value for value, digit in enumerate(DIGITS[:base])}
    values.update({digit.upper(): value for digit, value in list(values.items())})
    body = text.removeprefix("-") if text[:1] == "-" else text.removeprefix("+")
    if not body or body[0] == "_" or body[-1] == "_" or "__" in body:
        raise ValueError(text)
    digits = body.replace("_", "")[::-1]
    if any(digit not in values for digit in digits):
        raise ValueError(text)
    number = sum(values[digit] * base**place for place, digit in enumerate(digits))
    return number * (-1 if text[0] == "-" else 1)


def convert(text, base, other_base):
    return to_base(from_base(text, base), other_base)
