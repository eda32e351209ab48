# By folding.
from functools import reduce

def flatten(items):
    return reduce(lambda flat, item: flat + (flatten(item) if isinstance(item, list) else [item]), items, [])
