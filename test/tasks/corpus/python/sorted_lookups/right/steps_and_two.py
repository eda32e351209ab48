# Steps, and the two beside the target.
def first_at_most(items, target):
    step = 1
    while step <= len(items):
        step *= 2
    place = -1
    while step:
        if place + step < len(items) and items[place + step] > target:
            place += step
        step //= 2
    return place + 1


def span(items, target):
    start = first_at_most(items, target)
    stop = start
    while stop < len(items) and items[stop] == target:
        stop += 1
    return start, stop


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
