# With a deque.
from collections import deque

def valid_parentheses(text):
    kinds, stack = "()[]{}", deque()
    for one in text:
        at = kinds.index(one)
        if at % 2 == 0:
            stack.append(at)
        elif not stack or stack.pop() != at - 1:
            return False
    return not stack
