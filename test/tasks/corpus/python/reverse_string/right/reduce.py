# By folding.
from functools import reduce

def reverse_string(text):
    return reduce(lambda done, one: one + done, text, "")
