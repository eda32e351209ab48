# Each open bracket knows the one around it.
import re


def report(text):
    top, depth, deepest, place = None, 0, 0, 0
    closing = {"(": ")", "[": "]", "{": "}"}
    while place < len(text):
        one = text[place]
        if one == '"':
            end = text.find('"', place + 1)
            if end == -1:
                return ("unquoted", place)
            place = end
        elif one in closing:
            # Each open bracket knows the one around it.
            top = (place, closing[one], top)
            depth += 1
            deepest = depth if depth > deepest else deepest
        elif one in ")]}":
            if top is None:
                return ("unopened", place)
            if top[1] != one:
                return ("mismatched", place, top[0])
            top = top[2]
            depth -= 1
        place += 1
    if top is None:
        return ("balanced", deepest)
    while top[2] is not None:
        top = top[2]
    return ("unclosed", top[0])


def repaired(text):
    if report(text)[0] in ("unopened", "mismatched", "unquoted"):
        raise ValueError(text)
    left = re.sub(r"[^][(){}]", "", re.sub('"[^"]*"', "", text))
    while re.search(r"\(\)|\[\]|\{\}", left):
        left = re.sub(r"\(\)|\[\]|\{\}", "", left)
    return text + left[::-1].translate(str.maketrans("([{", ")]}"))
