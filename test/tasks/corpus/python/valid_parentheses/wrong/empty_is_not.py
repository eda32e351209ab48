# Says that the empty string is not balanced.
def valid_parentheses(text):
    pairs, stack = {")": "(", "]": "[", "}": "{"}, []
    for one in text:
        if one in pairs:
            if not stack or stack.pop() != pairs[one]:
                return False
        else:
            stack.append(one)
    return bool(text) and not stack
