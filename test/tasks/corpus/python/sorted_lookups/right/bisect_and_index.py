# The bisect module, and the smallest distance.
from bisect import bisect_left


def first_at_most(items, target):
    return bisect_left(items, -target, key=lambda item: -item)


def span(items, target):
    return (first_at_most(items, target), first_at_most(items, target - 1))


def count_between(items, low, high):
    if low > high:
        return 0
    return span(items, low)[1] - span(items, high)[0]


def nearest(items, target):
    try:
        distance, item = min((abs(item - target), item) for item in items)
    except ValueError:
        raise ValueError("an empty list has no nearest item") from None
    return items.index(item), item
