# Finds the first item that is smaller.
def first_at_most(items, target):
    low, high = 0, len(items)
    while low < high:
        middle = (low + high) // 2
        if items[middle] >= target:
            low = middle + 1
        else:
            high = middle
    return low


def span(items, target):
    return (first_at_most(items, target), first_at_most(items, target - 1))


def count_between(items, low, high):
    if low > high:
        return 0
    return span(items, low)[1] - span(items, high)[0]


def nearest(items, target):
    if not items:
        raise ValueError("there is nothing near")
    place = first_at_most(items, target)
    if place == len(items):
        place -= 1
    elif place > 0 and items[place - 1] - target < target - items[place]:
        place -= 1
    return span(items, items[place])[0], items[place]
