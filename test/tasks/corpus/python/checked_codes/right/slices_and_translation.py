# Slices, and a translation of the code.
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
    total = 0
    if scheme == "isbn10":
        # Each digit is in as many of the running totals as its weight says.
        running = 0
        for one in payload:
            running += int(one)
            total += running
        rest = (11 - (total + running) % 11) % 11
        return "X" if rest == 10 else str(rest)
    if scheme == "isbn13":
        for one in payload[::2]:
            total += int(one)
        for one in payload[1::2]:
            total += 3 * int(one)
    else:
        doubled = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9]
        for one in payload[-1::-2]:
            total += doubled[int(one)]
        for one in payload[-2::-2]:
            total += int(one)
    return str((10 - total % 10) % 10)


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
