# A stack of places.
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
            if text[opened[-1]] != PAIRS[character]:
                return ("mismatched", place, opened[-1])
            opened.pop()
    if quote is not None:
        return ("unquoted", quote)
    return ("unclosed", opened[0]) if opened else ("balanced", depth)


def repaired(text):
    while True:
        result = report(text)
        if result[0] == "balanced":
            return text
        if result[0] != "unclosed":
            raise ValueError(result[0])
        # Only the closing bracket of the innermost open one makes no error.
        for one in ")]}":
            if report(text + one)[0] in ("balanced", "unclosed"):
                text += one
                break
