# Looks at every item.
def binary_search(items, target):
    for index, item in enumerate(items):
        if item == target:
            return index
    return -1
