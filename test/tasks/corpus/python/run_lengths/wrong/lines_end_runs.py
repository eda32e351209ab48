# A pattern that does not know line ends.
import re


def _one(match):
    character, count = match[1], len(match[0])
    shown = re.sub("[0-9~]", r"~\g<0>", character)
    return str(count) + shown if count > 2 else shown * count


def pack(text):
    return re.sub(r"(.)\1*", _one, text)


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
    return len(text) - len(pack(text))
