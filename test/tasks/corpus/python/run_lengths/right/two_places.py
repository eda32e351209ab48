# Two indices for each run, and an iterator that is asked for the next character.
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
    rest = iter(packed)
    out = ""
    while True:
        one = next(rest, None)
        if one is None:
            return out
        digits = ""
        while one is not None and one in "0123456789":
            digits += one
            one = next(rest, None)
        if one is None:
            raise ValueError("no character after a count")
        if one == "~":
            one = next(rest, None)
            if one is None or one not in "0123456789~":
                raise ValueError("nothing to take as it is")
        if digits:
            if digits[0] == "0":
                raise ValueError("a count begins with 0")
            times = int(digits)
            if times < 3:
                raise ValueError("a count below 3")
        else:
            times = 1
        out += one * times


def saved(text):
    return len(text) - len(pack(text))
