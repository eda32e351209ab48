def valid_parentheses(text):
    openings = {")": "(", "]": "[", "}": "{"}
    stack = []
    for character in text:
        if character in openings:
            if stack.pop() != openings[character]:
                return False
        else:
            stack.append(character)
    return not stack
