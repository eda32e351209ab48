# Counts what is larger from both ends.
def first_at_most(items, target):
    return sum(item > target for item in items)


def span(items, target):
    mirrored = [-item for item in reversed(items)]
    return first_at_most(items, target), len(items) - first_at_most(mirrored, -target)


def count_between(items, low, high):
    return max(0, first_at_most(items, low - 1) - first_at_most(items, high))


def nearest(items, target):
    if not items:
        raise ValueError("there is nothing near")
    place = first_at_most(items, target)
    if place == len(items):
        place -= 1
    elif place > 0 and items[place - 1] - target < target - items[place]:
        place -= 1
    return span(items, items[place])[0], items[place]
