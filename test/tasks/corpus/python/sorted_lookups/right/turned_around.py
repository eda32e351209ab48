# Turns the list around.
from bisect import bisect_right


def first_at_most(items, target):
    rising = items[::-1]
    return len(items) - bisect_right(rising, target)


def span(items, target):
    return (first_at_most(items, target), first_at_most(items, target - 1))


def count_between(items, low, high):
    return max(0, first_at_most(items, low - 1) - first_at_most(items, high))


def nearest(items, target):
    try:
        distance, item = min((abs(item - target), item) for item in items)
    except ValueError:
        raise ValueError("an empty list has no nearest item") from None
    return items.index(item), item
