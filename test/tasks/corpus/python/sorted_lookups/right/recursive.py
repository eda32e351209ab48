# Recursion on halves of the list.
def first_at_most(items, target, start=0):
    if not items:
        return start
    middle = len(items) // 2
    if items[middle] <= target:
        return first_at_most(items[:middle], target, start)
    return first_at_most(items[middle + 1 :], target, start + middle + 1)


def span(items, target):
    start = first_at_most(items, target)
    return (start, start + items.count(target))


def count_between(items, low, high):
    if low > high:
        return 0
    return span(items, low)[1] - span(items, high)[0]


def nearest(items, target):
    place = first_at_most(items, target)
    candidates = [items[one] for one in (place - 1, place) if 0 <= one < len(items)]
    item = min(candidates, key=lambda one: (abs(one - target), one))
    return (first_at_most(items, item), item)
