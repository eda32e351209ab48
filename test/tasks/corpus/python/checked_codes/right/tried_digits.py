# Tries check digits until one fits.
def scheme_of(payload):
    if not set(payload) <= set("0123456789"):
        return None
    size = len(payload)
    book = size == 12 and payload.startswith(("978", "979"))
    return "isbn13" if book else {9: "isbn10"}.get(size, "card" if size in range(11, 19) else None)


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
    if scheme_of(payload):
        return "".join([payload, check_digit(payload, scheme_of(payload))])
    raise ValueError(payload)


def verify(code):
    bare = code.translate({32: None, 45: None, 120: "X"})
    scheme = scheme_of(bare[: len(bare) - 1])
    if scheme is None:
        return None
    return scheme if bare.endswith(check_digit(bare[:-1], scheme)) else None
