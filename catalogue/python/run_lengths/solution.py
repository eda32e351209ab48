DIGITS = "0123456789"
MARKED = DIGITS + "~"


def runs_of(text):
    runs = []
    for character in text:
        if runs and runs[-1][0] == character:
            runs[-1][1] += 1
        else:
            runs.append([character, 1])
    return runs


def pack(text):
    pieces = []
    for character, length in runs_of(text):
        written = "~" + character if character in MARKED else character
        pieces.append(written * length if length < 3 else str(length) + written)
    return "".join(pieces)


def unpack(packed):
    pieces = []
    at = 0
    while at < len(packed):
        count = ""
        while at < len(packed) and packed[at] in DIGITS:
            count += packed[at]
            at += 1
        if count and (count[0] == "0" or int(count) < 3):
            raise ValueError(f"no run is written as {count} characters")
        marked = packed[at : at + 1] == "~"
        at += marked
        if at == len(packed) or (marked and packed[at] not in MARKED):
            raise ValueError(f"there is no character at {at}")
        pieces.append(packed[at] * int(count or 1))
        at += 1
    return "".join(pieces)


def saved(text):
    return len(text) - len(pack(text))
