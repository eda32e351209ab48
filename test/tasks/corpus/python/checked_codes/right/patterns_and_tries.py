# Patterns, and tries.
import re


def scheme_of(payload):
    patterns = {"isbn10": "[0-9]{9}", "isbn13": "97[89][0-9]{9}", "card": "[0-9]{11,18}"}
    for name, pattern in patterns.items():
        if re.fullmatch(pattern, payload):
            return name
    return None


def fits(code, scheme):
    values = [10 if one == "X" else int(one) for one in code]
    if scheme == "isbn10":
        return sum(value * (10 - place) for place, value in enumerate(values)) % 11 == 0
    if scheme == "isbn13":
        return (sum(values) + 2 * sum(values[1::2])) % 10 == 0
    odd = [2 * value - 9 * (value > 4) for value in values[-2::-2]]
    return (sum(values[-1::-2]) + sum(odd)) % 10 == 0


def check_digit(payload, scheme):
    for one in "0123456789X":
        if fits(payload + one, scheme):
            return one


def complete(payload):
    scheme = scheme_of(payload)
    if scheme is None:
        raise ValueError("that is no payload")
    return payload + check_digit(payload, scheme)


def verify(code):
    bare = code.replace(" ", "").replace("-", "").replace("x", "X")
    payload = bare[:-1]
    scheme = scheme_of(payload)
    if scheme and check_digit(payload, scheme) == bare[-1]:
        return scheme
    return None
