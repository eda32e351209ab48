# Blanks quotations out first.
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
