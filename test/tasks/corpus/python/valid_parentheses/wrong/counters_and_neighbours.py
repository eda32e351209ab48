# Counts each kind and looks at neighbours.
def valid_parentheses(text):
    depth = dict.fromkeys("([{", 0)
    pairs = {")": "(", "]": "[", "}": "{"}
    for index, one in enumerate(text):
        if one in depth:
            depth[one] += 1
            continue
        depth[pairs[one]] -= 1
        if depth[pairs[one]] < 0:
            return False
        before = text[index - 1]
        if before in "([{" and before != pairs[one]:
            return False
    return not any(depth.values())
