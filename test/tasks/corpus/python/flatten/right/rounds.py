# One level a round until nothing is left to open.
def flatten(items):
    flat = list(items)
    while any(isinstance(item, list) for item in flat):
        flat = [part for item in flat for part in (item if isinstance(item, list) else [item])]
    return flat
