# Grouped runs, read back by one pattern that must match all.
from itertools import groupby
import re


def pack(text):
    parts = []
    for character, run in groupby(text):
        count = len(list(run))
        shown = "~" + character if character in "0123456789~" else character
        parts.append(shown * count if count < 3 else f"{count}{shown}")
    return "".join(parts)


def unpack(packed):
    pattern = r"(?:((?:[3-9]|[1-9][0-9]+)?)(~[0-9~]|[^0-9~]))"
    if not re.fullmatch(f"(?:{pattern})*", packed):
        raise ValueError("not a packed text")
    return "".join(character[-1] * int(count or 1) for count, character in re.findall(pattern, packed))


def saved(text):
    total = 0
    for character, run in groupby(text):
        count = sum(1 for _ in run)
        width = 2 if character in "~0123456789" else 1
        total += count - (width * count if count < 3 else width + len(str(count)))
    return total
