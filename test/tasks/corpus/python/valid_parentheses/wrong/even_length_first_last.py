# Looks at length, first, last and counts.
def valid_parentheses(text):
    if not text:
        return True
    if len(text) % 2 or text[0] in ")]}" or text[-1] in "([{":
        return False
    if any(text.count(a) != text.count(b) for a, b in ("()", "[]", "{}")):
        return False
    return not any(bad in text for bad in ("(]", "(}", "[)", "[}", "{)", "{]"))
