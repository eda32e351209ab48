# Opens a copy in place.
def flatten(items):
    flat, index = list(items), 0
    while index < len(flat):
        if isinstance(flat[index], list):
            flat[index:index + 1] = flat[index]
        else:
            index += 1
    return flat
