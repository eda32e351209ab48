# From the right end, with a deque.
from collections import deque

def flatten(items):
    waiting, flat = [items], deque()
    while waiting:
        item = waiting.pop()
        if isinstance(item, list):
            waiting.extend(item)
        else:
            flat.appendleft(item)
    return list(flat)
