# Linked brackets, closing ones tried.
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
