# The bisect module with a key.
from bisect import bisect_left


def first_at_most(items, target):
    return bisect_left(items, -target, key=lambda item: -item)


def span(items, target):
    start = first_at_most(items, target)
    stop = start
    while stop < len(items) and items[stop] == target:
        stop += 1
    return start, stop


def count_between(items, low, high):
    return max(0, first_at_most(items, low - 1) - first_at_most(items, high))


def nearest(items, target):
    place = first_at_most(items, target)
    candidates = [items[one] for one in (place - 1, place) if 0 <= one < len(items)]
    item = min(candidates, key=lambda one: (abs(one - target), one))
    return (first_at_most(items, item), item)
