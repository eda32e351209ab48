DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def check_base(base):
    if not 2 <= base <= 36:
        raise ValueError(f"there is no base {base}")


def to_base(number, base):
    check_base(base)
    rest = abs(number)
    digits = DIGITS[rest % base]
    while rest >= base:
        rest //= base
        digits += DIGITS[rest % base]
    groups = [digits[at : at + 4] for at in range(0, len(digits), 4)]
    grouped = "_".join(groups)[::-1]
    return "-" + grouped if number < 0 else grouped


def from_base(text, base):
    check_base(base)
    sign, body = 1, text.lower()
    if body.startswith(("+", "-")):
        sign = -1 if body[0] == "-" else 1
        body = body[1:]
    number = 0
    for group in body.split("_"):
        if not group:
            raise ValueError(f"a digit is missing in {text}")
        for character in group:
            digit = DIGITS.find(character)
            if not 0 <= digit < base or not text.isascii():
                raise ValueError(f"{character} is no digit of base {base}")
            number = number * base + digit
    return sign * number


def convert(text, base, other_base):
    return to_base(from_base(text, base), other_base)
