# Doubles every other digit from the front.
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


def check_digit(payload, scheme):
    digits = [int(one) for one in payload]
    if scheme == "isbn10":
        rest = sum(weight * digit for weight, digit in zip(range(10, 1, -1), digits))
        return "0123456789X"[-rest % 11]
    if scheme == "isbn13":
        return str(-sum(digit * (1, 3)[place % 2] for place, digit in enumerate(digits)) % 10)
    total = 0
    for place, digit in enumerate(digits):
        total += digit if place % 2 else sum(divmod(2 * digit, 10))
    return str(-total % 10)


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
