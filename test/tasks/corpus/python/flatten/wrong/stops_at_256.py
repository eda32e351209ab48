# Opens no list below the 256th level.
def flatten(items, depth=256):
    flat = []
    for item in items:
        if isinstance(item, list) and depth > 1:
            flat.extend(flatten(item, depth - 1))
        else:
            flat.append(item)
    return flat
