def binary_search(items, target):
    low = 0
    size = len(items)
    while size > 1:
        half = size // 2
        middle = low + half
        if items[middle] == target:
            return middle
        if items[middle] < target:
            low = middle + 1
            size -= half + 1
        else:
            size = half
    return -1
