# A stack, and pairs that are struck out.
import re


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
    if report(text)[0] in ("unopened", "mismatched", "unquoted"):
        raise ValueError(text)
    left = re.sub(r"[^][(){}]", "", re.sub('"[^"]*"', "", text))
    while re.search(r"\(\)|\[\]|\{\}", left):
        left = re.sub(r"\(\)|\[\]|\{\}", "", left)
    return text + left[::-1].translate(str.maketrans("([{", ")]}"))
