# Finds the first and the last unit by their sizes.
UNITS = [("d", 86400), ("h", 3600), ("m", 60), ("s", 1)]


def format_span(seconds):
    span = abs(seconds)
    first = next((place for place, (_, size) in enumerate(UNITS) if span >= size), 3)
    last = next(place for place, (_, size) in enumerate(UNITS) if span % size == 0)
    out = []
    for place in range(first, max(first, last) + 1):
        letter, size = UNITS[place]
        amount = span // size if place == first else span % UNITS[place - 1][1] // size
        out.append(f"{amount if place == first else str(amount).zfill(2)}{letter}")
    return " ".join(out) if seconds >= 0 else "-" + " ".join(out)


def parse_span(text):
    sign, body = (-1, text[1:]) if text[:1] == "-" else (1, text)
    total, letters = 0, "dhms"
    for part in body.split(" "):
        amount, letter = part[:-1], part[-1:]
        if letter == "" or letter not in letters or amount == "" or set(amount) - set("0123456789"):
            raise ValueError(f"cannot read {part!r}")
        letters = letters[letters.index(letter) + 1 :]
        total += int(amount) * {"d": 86400, "h": 3600, "m": 60, "s": 1}[letter]
    return sign * total


def total(texts):
    seconds = 0
    for text in texts:
        seconds += parse_span(text)
    return format_span(seconds)
