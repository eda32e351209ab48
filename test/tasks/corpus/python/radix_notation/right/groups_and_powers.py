# Groups of four, read from the lowest power.
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
    check(other_base)
    number = from_base(text, base)
    return to_base(number, other_base)
