# Takes what is nested deeper than 128 levels for balanced.
def valid_parentheses(text):
    codes = {"(": 1, "[": 2, "{": 3, ")": 1, "]": 2, "}": 3}
    state = 1
    for c in text:
        if c in "([{":
            state = state * 4 + codes[c]
            if state >= 1 << 256:
                return True
        else:
            if state % 4 != codes[c] or state == 1:
                return False
            state //= 4
    return state == 1
