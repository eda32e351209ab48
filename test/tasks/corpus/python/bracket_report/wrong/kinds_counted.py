# Counts each kind for itself.
PAIRS = {")": "(", "]": "[", "}": "{"}


def report(text):
    opened, depth, quote = [], 0, None
    for place, character in enumerate(text):
        if character == '"':
            quote = place if quote is None else None
        elif quote is not None:
            continue
        elif character in "([{":
            opened.append(place)
            depth = max(depth, len(opened))
        elif character in PAIRS:
            if not opened:
                return ("unopened", place)
            same = [one for one in opened if text[one] == PAIRS[character]]
            if not same:
                return ("mismatched", place, opened[-1])
            opened.remove(same[-1])
    if quote is not None:
        return ("unquoted", quote)
    return ("unclosed", opened[0]) if opened else ("balanced", depth)


def repaired(text):
    if report(text)[0] not in ("balanced", "unclosed"):
        raise ValueError("that cannot be repaired")
    missing, quoted = "", False
    for one in text:
        quoted ^= one == '"'
        if quoted:
            continue
        if one in "([{":
            missing = ")]}"["([{".index(one)] + missing
        elif one in ")]}":
            missing = missing[1:]
    return text + missing
