# Writes all units and strips zeros; splits at spaces.
import re


def format_span(seconds):
    if seconds == 0:
        return "0s"
    if seconds < 0:
        return "-" + format_span(-seconds)
    minutes, s = divmod(seconds, 60)
    hours, m = divmod(minutes, 60)
    d, h = divmod(hours, 24)
    text = f"{d:02}d {h:02}h {m:02}m {s:02}s"
    text = re.sub(r"^(00[dhm] )+", "", text)
    text = re.sub(r"( 00[hms])+$", "", text)
    return text.lstrip("0")


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
    return format_span(sum(parse_span(text) for text in texts))
