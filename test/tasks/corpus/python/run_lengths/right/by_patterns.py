# Regular expressions for writing and for reading one token after the other.
import re


def _one(match):
    character, count = match[1], len(match[0])
    shown = re.sub("[0-9~]", r"~\g<0>", character)
    return str(count) + shown if count > 2 else shown * count


def pack(text):
    return re.sub(r"(?s)(.)\1*", _one, text)


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
    return len(text) - len(pack(text))
