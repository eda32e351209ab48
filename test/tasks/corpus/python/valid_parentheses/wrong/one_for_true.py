# Gives 1 and 0.
def valid_parentheses(text):
    pairs, stack = {")": "(", "]": "[", "}": "{"}, []
    for one in text:
        if one in pairs:
            if not stack or stack.pop() != pairs[one]:
                return 0
        else:
            stack.append(one)
    return int(not stack)
