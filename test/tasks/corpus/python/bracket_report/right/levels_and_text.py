# Levels, and a text of what is missing.
def outside(text):
    quoted, found = False, []
    for place, one in enumerate(text):
        if one == '"':
            quoted = not quoted
        elif not quoted and one in "()[]{}":
            found.append((one, place))
    return found, quoted


def report(text):
    brackets, quoted = outside(text)
    level, deepest, partner, waiting = 0, 0, {"(": ")", "[": "]", "{": "}"}, {}
    for one, place in brackets:
        if one in partner:
            waiting[level] = (partner[one], place)
            level += 1
            deepest = max(deepest, level)
            continue
        level -= 1
        if level < 0:
            return ("unopened", place)
        wanted, opening = waiting.pop(level)
        if wanted != one:
            return ("mismatched", place, opening)
    if quoted:
        return ("unquoted", text.rindex('"'))
    if level:
        return ("unclosed", waiting[0][1])
    return ("balanced", deepest)


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
