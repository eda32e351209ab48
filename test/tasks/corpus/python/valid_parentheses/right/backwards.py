# From the end.
def valid_parentheses(text):
    opens, stack = {"(": ")", "[": "]", "{": "}"}, []
    for one in reversed(text):
        if one in opens:
            if not stack or stack.pop() != opens[one]:
                return False
        else:
            stack.append(one)
    return not stack
