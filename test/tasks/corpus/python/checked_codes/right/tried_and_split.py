# Tries check digits, and splits codes at what is left out.
def scheme_of(payload):
    if not payload.isascii() or not payload.isdigit():
        return None
    if len(payload) == 9:
        return "isbn10"
    if len(payload) == 12 and payload[:3] in ("978", "979"):
        return "isbn13"
    if 11 <= len(payload) <= 18:
        return "card"
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
    *payload, last = list("".join(code.replace("-", " ").split(" "))) or [""]
    payload = "".join(payload)
    scheme = scheme_of(payload)
    return scheme if scheme is not None and last in (check_digit(payload, scheme), check_digit(payload, scheme).lower()) else None
