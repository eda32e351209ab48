# Counts each kind.
def valid_parentheses(text):
    return all(text.count(a) == text.count(b) for a, b in ("()", "[]", "{}"))
