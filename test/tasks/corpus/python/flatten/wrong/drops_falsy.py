# Leaves out None, 0, False and empty texts.
def flatten(items):
    flat = []
    for item in items:
        if isinstance(item, list):
            flat += flatten(item)
        elif item or isinstance(item, tuple):
            flat.append(item)
    return flat
