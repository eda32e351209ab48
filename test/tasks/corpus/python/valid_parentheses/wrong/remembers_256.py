# Remembers the kinds of 256 open brackets.
from collections import deque

def valid_parentheses(text):
    closing, depth, stack = {"(": ")", "[": "]", "{": "}"}, 0, deque(maxlen=256)
    for one in text:
        if one in closing:
            stack.append(closing[one])
            depth += 1
        else:
            if not depth or stack and stack.pop() != one:
                return False
            depth -= 1
    return depth == 0
