# Pieces, and pairs that are struck out.
import re


def report(text):
    """Every other piece between double quotes is a quotation."""
    pieces, start, stack, deepest = text.split('"'), 0, "", 0
    places = []
    for number, piece in enumerate(pieces):
        if number % 2 == 0:
            for offset, one in enumerate(piece):
                kind = "([{)]}".find(one)
                if kind < 0:
                    continue
                if kind < 3:
                    stack += str(kind)
                    places.append(start + offset)
                    deepest = max(deepest, len(stack))
                    continue
                if stack == "":
                    return ("unopened", start + offset)
                if int(stack[-1]) != kind - 3:
                    return ("mismatched", start + offset, places[-1])
                stack = stack[:-1]
                places.pop()
        elif number == len(pieces) - 1:
            return ("unquoted", start - 1)
        start += len(piece) + 1
    if places:
        return ("unclosed", places[0])
    return ("balanced", deepest)


def repaired(text):
    if report(text)[0] in ("unopened", "mismatched", "unquoted"):
        raise ValueError(text)
    left = re.sub(r"[^][(){}]", "", re.sub('"[^"]*"', "", text))
    while re.search(r"\(\)|\[\]|\{\}", left):
        left = re.sub(r"\(\)|\[\]|\{\}", "", left)
    return text + left[::-1].translate(str.maketrans("([{", ")]}"))
