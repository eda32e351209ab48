# Schemes by sets, sums of slices.
def scheme_of(payload):
    if not set(payload) <= set("0123456789"):
        return None
    size = len(payload)
    book = size == 12 and payload.startswith(("978", "979"))
    return "isbn13" if book else {9: "isbn10"}.get(size, "card" if size in range(11, 19) else None)


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
    scheme = scheme_of(payload)
    if scheme is None:
        raise ValueError("that is no payload")
    return payload + check_digit(payload, scheme)


def verify(code):
    *payload, last = list("".join(code.replace("-", " ").split(" "))) or [""]
    payload = "".join(payload)
    scheme = scheme_of(payload)
    return scheme if scheme is not None and last in (check_digit(payload, scheme), check_digit(payload, scheme).lower()) else None
