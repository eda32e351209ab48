# By the library.
import bisect

def binary_search(items, target):
    index = bisect.bisect_left(items, target)
    return index if index < len(items) and items[index] == target else -1
