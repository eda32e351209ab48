# Passes over a tilde that ends the text.
from itertools import groupby


def pack(text):
    parts = []
    for character, run in groupby(text):
        count = len(list(run))
        shown = "~" + character if character in "0123456789~" else character
        parts.append(shown * count if count < 3 else f"{count}{shown}")
    return "".join(parts)


def unpack(packed):
    text, count, escaped = [], "", False
    for character in packed:
        if escaped:
            if character not in "0123456789~":
                raise ValueError("only digits and tildes have a tilde before them")
        elif character == "~":
            escaped = True
            continue
        elif character in "0123456789":
            count += character
            continue
        if count:
            if count[0] == "0" or int(count) < 3:
                raise ValueError("a count is at least 3")
            text.append(character * int(count))
        else:
            text.append(character)
        count, escaped = "", False
    if count:
        raise ValueError("the text ends too early")
    return "".join(text)


def saved(text):
    return len(text) - len(pack(text))
