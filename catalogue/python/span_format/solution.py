import re

SIZES = {"d": 86400, "h": 3600, "m": 60, "s": 1}


def format_span(seconds):
    rest = abs(seconds)
    pieces = []
    for unit, size in SIZES.items():
        amount, rest = divmod(rest, size)
        if pieces:
            pieces.append(f"{amount:02}{unit}")
        elif amount:
            pieces.append(f"{amount}{unit}")
        if pieces and rest == 0:
            break
    sign = "-" if seconds < 0 else ""
    return sign + (" ".join(pieces) or "0s")


def parse_span(text):
    sign, body = (-1, text[1:]) if text.startswith("-") else (1, text)
    seconds = 0
    units = "dhms"
    for piece in body.split(" "):
        match = re.fullmatch("([0-9]+)([dhms])", piece)
        if match is None or match[2] not in units:
            raise ValueError(f"{piece!r} cannot stand here")
        seconds += int(match[1]) * SIZES[match[2]]
        units = units[units.index(match[2]) + 1 :]
    return sign * seconds


def total(texts):
    return format_span(sum(parse_span(text) for text in texts))
