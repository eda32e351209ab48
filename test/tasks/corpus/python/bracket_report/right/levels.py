# A dict of levels that wait.
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
