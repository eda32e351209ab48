# Knows eight levels.
def valid_parentheses(text):
    pairs, stack = {")": "(", "]": "[", "}": "{"}, []
    for one in text:
        if one in pairs:
            if not stack or stack.pop() != pairs[one]:
                return False
        else:
            stack.append(one)
            if len(stack) > 8:
                return False
    return not stack
