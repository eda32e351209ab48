# Reads any whitespace between amounts.
UNITS = [("d", 86400), ("h", 3600), ("m", 60), ("s", 1)]


def format_span(seconds):
    rest, amounts = abs(seconds), []
    for letter, size in UNITS:
        amount, rest = divmod(rest, size)
        amounts.append((amount, letter))
    used = [place for place, (amount, _) in enumerate(amounts) if amount]
    if not used:
        return "0s"
    shown = amounts[used[0] : used[-1] + 1]
    parts = [f"{amount}{letter}" if place == 0 else f"{amount:02}{letter}" for place, (amount, letter) in enumerate(shown)]
    return "-" * (seconds < 0) + " ".join(parts)


def parse_span(text):
    sign, body = (-1, text[1:]) if text[:1] == "-" else (1, text)
    total, letters = 0, "dhms"
    for part in body.split() or [""]:
        amount, letter = part[:-1], part[-1:]
        if letter == "" or letter not in letters or amount == "" or set(amount) - set("0123456789"):
            raise ValueError(f"cannot read {part!r}")
        letters = letters[letters.index(letter) + 1 :]
        total += int(amount) * {"d": 86400, "h": 3600, "m": 60, "s": 1}[letter]
    return sign * total


def total(texts):
    return format_span(sum(parse_span(text) for text in texts))
