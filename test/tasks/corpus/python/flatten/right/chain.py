# By chaining.
from itertools import chain

def flatten(items):
    return list(chain.from_iterable(flatten(item) if isinstance(item, list) else [item] for item in items))
