# Flattens the list that it was given and returns it.
def flatten(items):
    index = 0
    while index < len(items):
        if isinstance(items[index], list):
            items[index:index + 1] = items[index]
        else:
            index += 1
    return items
