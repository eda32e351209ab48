# Returns a flat list itself instead of a new one.
def flatten(items):
    if not any(isinstance(item, list) for item in items):
        return items
    flat = []
    for item in items:
        flat += flatten(item) if isinstance(item, list) else [item]
    return flat
