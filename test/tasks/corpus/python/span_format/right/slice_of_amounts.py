# All amounts first, of which a slice is written; one pattern reads.
import re


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
    match = re.fullmatch(r"(-?)(?:([0-9]+)d(?: |$))?(?:([0-9]+)h(?: |$))?(?:([0-9]+)m(?: |$))?(?:([0-9]+)s)?", text)
    if not match or text.endswith((" ", "\n")) or not any(match.groups()[1:]):
        raise ValueError(text)
    d, h, m, s = (int(amount or 0) for amount in match.groups()[1:])
    total = ((d * 24 + h) * 60 + m) * 60 + s
    return -total if match[1] else total


def total(texts):
    return format_span(sum(parse_span(text) for text in texts))
