# Backwards, which is the same where items are distinct.
def binary_search(items, target):
    for index in range(len(items) - 1, -1, -1):
        if items[index] == target:
            return index
    return -1
