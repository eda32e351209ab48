# With a string for a stack.
def valid_parentheses(text):
    stack = ""
    for one in text:
        if one in "([{":
            stack += one
        elif stack[-1:] + one in {"()", "[]", "{}"}:
            stack = stack[:-1]
        else:
            return False
    return stack == ""
