# Every other piece between quotes.
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
