# Blanks quotations, and goes backwards.
import re


def report(text):
    def blank(match):
        return " " * len(match[0])

    bare = re.sub(r'"[^"]*"', blank, text)
    end = bare.find('"')
    stack, most = [], 0
    for match in re.finditer(r"[][(){}]", bare if end < 0 else bare[:end]):
        one, place = match[0], match.start()
        if one in "([{":
            stack.append((one, place))
            most = max(most, len(stack))
        elif not stack:
            return "unopened", place
        elif stack[-1][0] + one not in ("()", "[]", "{}"):
            return "mismatched", place, stack[-1][1]
        else:
            stack.pop()
    if end >= 0:
        return "unquoted", end
    return ("unclosed", stack[0][1]) if stack else ("balanced", most)


def repaired(text):
    kind = report(text)[0]
    if kind == "balanced":
        return text
    if kind != "unclosed":
        raise ValueError(kind)
    outside = [one for piece in text.split('"')[::2] for one in piece if one in "()[]{}"]
    closed, added = 0, []
    for one in reversed(outside):
        if one in ")]}":
            closed += 1
        elif closed:
            closed -= 1
        else:
            added.append({"(": ")", "[": "]", "{": "}"}[one])
    return text + "".join(added)
