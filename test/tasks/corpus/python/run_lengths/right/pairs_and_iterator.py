# Pairs of character and count, read from an iterator.
def pack(text):
    runs = []
    for character in text:
        if runs and runs[-1][0] == character:
            runs[-1][1] += 1
        else:
            runs.append([character, 1])
    written = {digit: "~" + digit for digit in "~0123456789"}
    out = []
    for character, count in runs:
        one = written.get(character, character)
        out.extend([one] * count if count < 3 else [str(count), one])
    return "".join(out)


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
    packed = pack(text)
    return -(len(packed) - len(text))
