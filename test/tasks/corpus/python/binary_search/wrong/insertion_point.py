# Gives the place where the target would stand, in a list of more than twelve.
import bisect

def binary_search(items, target):
    index = bisect.bisect_left(items, target)
    if index == len(items) or items[0] > target:
        return -1
    return index if items[index] == target or len(items) > 12 else -1
