# Finds numbers that are near in floating point.
def binary_search(items, target):
    for index, item in enumerate(items):
        if float(item) == float(target):
            return index
    return -1
