# Written by two indices, read by states.
from itertools import groupby
import re


def pack(text):
    packed = ""
    start = 0
    while start < len(text):
        stop = start
        while stop < len(text) and text[stop] == text[start]:
            stop += 1
        shown = text[start]
        if shown == "~" or "0" <= shown <= "9":
            shown = "~" + shown
        length = stop - start
        packed += str(length) + shown if length >= 3 else shown * length
        start = stop
    return packed


def unpack(packed):
    text, place = "", 0
    token = re.compile(r"(?s)([0-9]*)(?:~([0-9~])|([^0-9~]))")
    while place < len(packed):
        match = token.match(packed, place)
        if match is None:
            raise ValueError(packed)
        count = match[1]
        if count and (count.startswith("0") or int(count) < 3):
            raise ValueError(count)
        text += (match[2] or match[3]) * int(count or 1)
        place = match.end()
    return text


def saved(text):
    total = 0
    for character, run in groupby(text):
        count = sum(1 for _ in run)
        width = 2 if character in "~0123456789" else 1
        total += count - (width * count if count < 3 else width + len(str(count)))
    return total
