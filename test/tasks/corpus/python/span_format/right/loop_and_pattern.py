# A loop, and one pattern.
import re


UNITS = [("d", 86400), ("h", 3600), ("m", 60), ("s", 1)]


def format_span(seconds):
    text, rest = "", abs(seconds)
    for letter, size in UNITS:
        if rest == 0 and text:
            break
        amount = rest // size
        rest -= amount * size
        if text:
            text += " " + str(amount).rjust(2, "0") + letter
        elif amount:
            text = str(amount) + letter
    if text == "":
        return "0s"
    return "-" + text if seconds < 0 else text


def parse_span(text):
    match = re.fullmatch(r"(-?)(?:([0-9]+)d(?: |$))?(?:([0-9]+)h(?: |$))?(?:([0-9]+)m(?: |$))?(?:([0-9]+)s)?", text)
    if not match or text.endswith((" ", "\n")) or not any(match.groups()[1:]):
        raise ValueError(text)
    d, h, m, s = (int(amount or 0) for amount in match.groups()[1:])
    total = ((d * 24 + h) * 60 + m) * 60 + s
    return -total if match[1] else total


def total(texts):
    return format_span(sum(parse_span(text) for text in texts))
