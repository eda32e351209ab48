# A mark at the end, and an index that reads.
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
