# Written by a pattern, read by an index that moves on.
import re


def _one(match):
    character, count = match[1], len(match[0])
    shown = re.sub("[0-9~]", r"~\g<0>", character)
    return str(count) + shown if count > 2 else shown * count


def pack(text):
    return re.sub(r"(?s)(.)\1*", _one, text)


def unpack(packed):
    place, out = 0, []
    while place < len(packed):
        begin = place
        while place < len(packed) and packed[place] in "0123456789":
            place += 1
        count = packed[begin:place]
        if place < len(packed) and packed[place] == "~":
            place += 1
            if place == len(packed) or packed[place] not in "~0123456789":
                raise ValueError("a tilde stands before digits and tildes")
        if place == len(packed):
            raise ValueError("a count without a character")
        if count:
            if count != count.lstrip("0") or len(count) == 1 and count in "12":
                raise ValueError("no such count")
        out.append(packed[place] * (int(count) if count else 1))
        place += 1
    return "".join(out)


def saved(text):
    packed = pack(text)
    return -(len(packed) - len(text))
