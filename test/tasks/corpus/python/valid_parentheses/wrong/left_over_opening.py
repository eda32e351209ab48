# Overlooks what is left open when it is of one kind.
def valid_parentheses(text):
    pairs, stack = {")": "(", "]": "[", "}": "{"}, []
    for one in text:
        if one in pairs:
            if not stack or stack.pop() != pairs[one]:
                return False
        else:
            stack.append(one)
    return not stack or (len(stack) == 1 and stack[0] == "{" and len(text) > 3)
