# Keeps each value once.
def flatten(items):
    flat = []
    def walk(part):
        for item in part:
            if isinstance(item, list):
                walk(item)
            elif not any(item is one or (type(item) is type(one) and item == one) for one in flat):
                flat.append(item)
    walk(items)
    return flat
