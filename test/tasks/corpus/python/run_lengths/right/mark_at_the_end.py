# A mark after the last character ends the last run; what is saved is counted without packing.
from itertools import groupby


def pack(text):
    result, last, count = [], None, 0
    for character in [*text, None]:
        if character == last:
            count += 1
            continue
        if last is not None:
            shown = ("~" if last in tuple("~0123456789") else "") + last
            result.append(shown if count == 1 else shown + shown if count == 2 else str(count) + shown)
        last, count = character, 1
    return "".join(result)


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
    if count or escaped:
        raise ValueError("the text ends too early")
    return "".join(text)


def saved(text):
    total = 0
    for character, run in groupby(text):
        count = sum(1 for _ in run)
        width = 2 if character in "~0123456789" else 1
        total += count - (width * count if count < 3 else width + len(str(count)))
    return total
