# A list of runs first, their texts afterwards; read after one look at the whole.
import re


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
    pattern = r"(?:((?:[3-9]|[1-9][0-9]+)?)(~[0-9~]|[^0-9~]))"
    if not re.fullmatch(f"(?:{pattern})*", packed):
        raise ValueError("not a packed text")
    return "".join(character[-1] * int(count or 1) for count, character in re.findall(pattern, packed))


def saved(text):
    return len(text) - len(pack(text))
