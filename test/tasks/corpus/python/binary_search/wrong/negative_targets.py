# Finds no negative number.
def binary_search(items, target):
    if target < 0:
        return -1
    return items.index(target) if target in items else -1
