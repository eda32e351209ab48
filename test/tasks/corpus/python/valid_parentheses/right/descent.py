# By descending into each pair.
def valid_parentheses(text):
    pairs = {"(": ")", "[": "]", "{": "}"}
    position = 0
    stack = []
    while position < len(text):
        one = text[position]
        position += 1
        if one in pairs:
            stack.append(one)
        elif stack and pairs[stack[-1]] == one:
            del stack[-1]
        else:
            return False
    return len(stack) == 0
