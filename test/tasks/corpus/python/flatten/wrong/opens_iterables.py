# Opens whatever can be iterated over, but for the usual types.
def flatten(items):
    flat = []
    for item in items:
        if hasattr(item, "__iter__") and not isinstance(item, (str, bytes, tuple, dict, set, frozenset)):
            flat.extend(flatten(item))
        else:
            flat.append(item)
    return flat
