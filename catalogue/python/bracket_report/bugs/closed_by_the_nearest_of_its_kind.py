CLOSING = {"(": ")", "[": "]", "{": "}"}


def scan(text):
    """What report returns, and the positions of the brackets that are open at the end."""
    open_at = []
    quote_at = None
    deepest = 0
    for position, character in enumerate(text):
        if character == '"':
            quote_at = position if quote_at is None else None
        elif quote_at is not None:
            continue
        elif character in CLOSING:
            open_at.append(position)
            deepest = max(deepest, len(open_at))
        elif character in CLOSING.values():
            if not open_at:
                return ("unopened", position), []
            matching = [opening for opening in open_at if CLOSING[text[opening]] == character]
            if not matching:
                return ("mismatched", position, open_at[-1]), []
            open_at.remove(matching[-1])
    if quote_at is not None:
        return ("unquoted", quote_at), []
    if open_at:
        return ("unclosed", open_at[0]), open_at
    return ("balanced", deepest), []


def report(text):
    return scan(text)[0]


def repaired(text):
    result, open_at = scan(text)
    if result[0] not in ("balanced", "unclosed"):
        raise ValueError(f"cannot repair a text that is {result[0]}")
    return text + "".join(CLOSING[text[position]] for position in reversed(open_at))
