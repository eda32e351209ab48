import re


def isbn10_digit(payload):
    total = sum(weight * int(digit) for weight, digit in zip(range(10, 1, -1), payload))
    return "0123456789X"[-total % 11]


def isbn13_digit(payload):
    total = sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(payload))
    return str(-total % 10)


def card_digit(payload):
    total = 0
    for at, digit in enumerate(reversed(payload)):
        product = int(digit) if at % 2 else int(digit) * 2
        total += product % 9 if product > 9 else product
    return str(-total % 10)


CHECK_DIGITS = {"isbn10": isbn10_digit, "isbn13": isbn13_digit, "card": card_digit}


def scheme_of(payload):
    if re.fullmatch("[0-9]{9}", payload):
        return "isbn10"
    if re.fullmatch("97[89][0-9]{9}", payload):
        return "isbn13"
    if re.fullmatch("[0-9]{11,18}", payload):
        return "card"
    return None


def complete(payload):
    scheme = scheme_of(payload)
    if scheme is None:
        raise ValueError(f"{payload!r} is no payload")
    return payload + CHECK_DIGITS[scheme](payload)


def verify(code):
    bare = code.replace(" ", "").replace("-", "").replace("x", "X")
    scheme = scheme_of(bare[:-1])
    return scheme if scheme and complete(bare[:-1]) == bare else None
