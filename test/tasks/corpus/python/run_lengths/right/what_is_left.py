# Takes each run from the front of what is left.
def _runs(text):
    if not text:
        return
    rest = text.lstrip(text[0])
    yield text[0], len(text) - len(rest)
    yield from _runs(rest) if len(rest) < 50 else _loop(rest)


def _loop(text):
    while text:
        rest = text.lstrip(text[0])
        yield text[0], len(text) - len(rest)
        text = rest


def pack(text):
    def write(character, count):
        mark = "~" * (character in set("0123456789~"))
        return (mark + character) * count if count in (1, 2) else "%d%s%s" % (count, mark, character)

    return "".join(write(*run) for run in _runs(text))


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
    return len(text) - len(pack(text))
