# By adding lists up.
def flatten(items):
    return sum((flatten(item) if isinstance(item, list) else [item] for item in items), [])
