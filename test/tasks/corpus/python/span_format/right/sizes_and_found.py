# Sizes, and what a pattern finds.
import re


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
    found = re.findall("([0-9]+)([dhms])", text)
    letters = [letter for _, letter in found]
    written = " ".join(amount + letter for amount, letter in found)
    if not found or letters != sorted(set(letters)) or written != text.removeprefix("-"):
        raise ValueError("not a span")
    seconds = sum(int(amount) * (86400, 3600, 60, 1)["dhms".index(letter)] for amount, letter in found)
    return seconds if written == text else -seconds


def total(texts):
    return format_span(sum(parse_span(text) for text in texts))
