# Opens texts of more than one character that stand in an inner list.
def flatten(items, inner=False):
    flat = []
    for item in items:
        if isinstance(item, list):
            flat.extend(flatten(item, True))
        elif inner and isinstance(item, str) and len(item) > 1:
            flat.extend(item)
        else:
            flat.append(item)
    return flat
