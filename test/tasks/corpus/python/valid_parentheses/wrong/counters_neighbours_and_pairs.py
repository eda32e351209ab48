# Counts, and takes away neighbouring pairs twice.
def valid_parentheses(text):
    for _ in range(2):
        for pair in ("()", "[]", "{}"):
            text = text.replace(pair, "")
    depth = dict.fromkeys("([{", 0)
    pairs = {")": "(", "]": "[", "}": "{"}
    for one in text:
        if one in depth:
            depth[one] += 1
        else:
            depth[pairs[one]] -= 1
            if depth[pairs[one]] < 0:
                return False
    return not any(depth.values())
