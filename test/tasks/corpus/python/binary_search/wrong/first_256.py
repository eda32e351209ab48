# Looks at the first 256 items only.
def binary_search(items, target):
    for index, item in enumerate(items[:256]):
        if item == target:
            return index
    return -1
