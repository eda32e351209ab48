# Sets, weights, and completing again.
def scheme_of(payload):
    if not set(payload) <= set("0123456789"):
        return None
    size = len(payload)
    book = size == 12 and payload.startswith(("978", "979"))
    return "isbn13" if book else {9: "isbn10"}.get(size, "card" if size in range(11, 19) else None)


def check_digit(payload, scheme):
    digits = [int(one) for one in payload]
    if scheme == "isbn10":
        rest = sum(weight * digit for weight, digit in zip(range(10, 1, -1), digits))
        return "0123456789X"[-rest % 11]
    if scheme == "isbn13":
        return str(-sum(digit * (1, 3)[place % 2] for place, digit in enumerate(digits)) % 10)
    total = 0
    for place, digit in enumerate(reversed(digits)):
        total += digit if place % 2 else sum(divmod(2 * digit, 10))
    return str(-total % 10)


def complete(payload):
    scheme = scheme_of(payload)
    if scheme is None:
        raise ValueError("that is no payload")
    return payload + check_digit(payload, scheme)


def verify(code):
    bare = "".join("X" if one == "x" else one for one in code if one not in " -")
    try:
        good = complete(bare[:-1]) == bare
    except ValueError:
        return None
    return scheme_of(bare[:-1]) if good else None
