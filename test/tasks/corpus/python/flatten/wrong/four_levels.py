# Opens four levels and no more.
def flatten(items, depth=4):
    flat = []
    for item in items:
        if isinstance(item, list) and depth > 0:
            flat.extend(flatten(item, depth - 1))
        else:
            flat.append(item)
    return flat
