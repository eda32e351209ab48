# Steps that are halved.
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
    mirrored = [-item for item in reversed(items)]
    return first_at_most(items, target), len(items) - first_at_most(mirrored, -target)


def count_between(items, low, high):
    if low > high:
        return 0
    return span(items, low)[1] - span(items, high)[0]


def nearest(items, target):
    if len(items) == 0:
        raise ValueError("no items")
    place = min(range(len(items)), key=lambda place: (abs(items[place] - target), items[place], place))
    return (place, items[place])
