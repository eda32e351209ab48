# Halves, and scans for the nearest.
def first_at_most(items, target):
    low, high = 0, len(items)
    while low < high:
        middle = (low + high) // 2
        if items[middle] > target:
            low = middle + 1
        else:
            high = middle
    return low


def span(items, target):
    mirrored = [-item for item in reversed(items)]
    return first_at_most(items, target), len(items) - first_at_most(mirrored, -target)


def count_between(items, low, high):
    found = items[first_at_most(items, high) :]
    return len(found[: first_at_most(found, low - 1)])


def nearest(items, target):
    best = None
    for place, item in enumerate(items):
        distance = abs(item - target)
        if best is None or distance < best[0] or (distance == best[0] and item < best[2]):
            best = (distance, place, item)
    if best is None:
        raise ValueError(target)
    return best[1:]
