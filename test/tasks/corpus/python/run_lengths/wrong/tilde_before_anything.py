# Takes any character after a tilde as it is.
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
            pass
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
    if count or escaped:
        raise ValueError("the text ends too early")
    return "".join(text)


def saved(text):
    return len(text) - len(pack(text))
