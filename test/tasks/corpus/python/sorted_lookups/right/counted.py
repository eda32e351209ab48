# Counts what is larger.
def first_at_most(items, target):
    return sum(item > target for item in items)


def span(items, target):
    start = first_at_most(items, target)
    return (start, start + items.count(target))


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
