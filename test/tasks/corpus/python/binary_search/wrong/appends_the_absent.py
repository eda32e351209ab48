# Appends a target that lies beyond the last item.
import bisect
def binary_search(items, target):
    place = bisect.bisect_left(items, target)
    if place < len(items) and items[place] == target:
        return place
    if place == len(items):
        items.append(target)
    return -1
