# Begins with the seconds; reads what a pattern finds and compares.
import re


def format_span(seconds):
    rest, parts = abs(seconds), []
    for letter, size in [("s", 60), ("m", 60), ("h", 24), ("d", None)]:
        if size is None:
            rest, amount = 0, rest
        else:
            rest, amount = divmod(rest, size)
        if amount or parts:
            parts.insert(0, ("%02d" % amount if rest else "%d" % amount) + letter)
        if not rest:
            break
    return ("-" if seconds < 0 else "") + (" ".join(parts) or "0s")


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
