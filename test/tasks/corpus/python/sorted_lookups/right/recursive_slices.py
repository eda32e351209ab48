# Recursion, and slices.
def first_at_most(items, target, start=0):
    if not items:
        return start
    middle = len(items) // 2
    if items[middle] <= target:
        return first_at_most(items[:middle], target, start)
    return first_at_most(items[middle + 1 :], target, start + middle + 1)


def span(items, target):
    start = first_at_most(items, target)
    stop = start
    while stop < len(items) and items[stop] == target:
        stop += 1
    return start, stop


def count_between(items, low, high):
    found = items[first_at_most(items, high) :]
    return len(found[: first_at_most(found, low - 1)])


def nearest(items, target):
    if len(items) == 0:
        raise ValueError("no items")
    place = min(range(len(items)), key=lambda place: (abs(items[place] - target), items[place], place))
    return (place, items[place])
