# With a chain of tuples.
def valid_parentheses(text):
    opened = None
    for one in text:
        if one in "([{":
            opened = (one, opened)
        elif opened is None or opened[0] + one not in ("()", "[]", "{}"):
            return False
        else:
            opened = opened[1]
    return opened is None
