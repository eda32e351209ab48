def flatten(items):
    flat = []
    for item in items:
        if not isinstance(item, list):
            flat.extend(flatten(item))
        else:
            flat.append(item)
    return flat
