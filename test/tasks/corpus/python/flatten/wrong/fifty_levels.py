# Opens fifty levels and drops what lies deeper.
def flatten(items, level=0):
    flat = []
    for item in items:
        if isinstance(item, list):
            if level < 50:
                flat.extend(flatten(item, level + 1))
        else:
            flat.append(item)
    return flat
