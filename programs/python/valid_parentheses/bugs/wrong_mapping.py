def valid_parentheses(text):
    openings = {")": "(", "]": "{", "}": "["}
    stack = []
    for character in text:
        if character in openings:
            if not stack or stack.pop() != openings[character]:
                return False
        else:
            stack.append(character)
    return not stack
