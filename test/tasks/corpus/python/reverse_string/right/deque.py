# By a deque.
from collections import deque

def reverse_string(text):
    turned = deque()
    turned.extendleft(text)
    return "".join(turned)
