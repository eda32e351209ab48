# Takes items away from the list that it was given.
def binary_search(items, target):
    index = 0
    while items:
        item = items.pop(0)
        if item == target:
            return index
        index += 1
    return -1
