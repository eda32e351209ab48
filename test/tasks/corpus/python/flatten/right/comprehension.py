# In one comprehension.
def flatten(items):
    return [part for item in items for part in (flatten(item) if isinstance(item, list) else (item,))]
