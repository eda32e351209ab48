# Halves ten times at most, which is enough for a thousand items and no more.
def binary_search(items, target):
    low, high = 0, len(items)
    for _ in range(10):
        if low >= high:
            return -1
        middle = (low + high) // 2
        if items[middle] == target:
            return middle
        if items[middle] < target:
            low = middle + 1
        else:
            high = middle
    return -1
