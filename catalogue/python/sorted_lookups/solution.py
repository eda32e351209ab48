def first_at_most(items, target):
    low, high = 0, len(items)
    while low < high:
        middle = (low + high) // 2
        if items[middle] <= target:
            high = middle
        else:
            low = middle + 1
    return low


def span(items, target):
    return first_at_most(items, target), first_at_most(items, target - 1)


def count_between(items, low, high):
    if low > high:
        return 0
    start, _ = span(items, high)
    _, stop = span(items, low)
    return stop - start


def nearest(items, target):
    if not items:
        raise ValueError("the list is empty")
    at = first_at_most(items, target)
    if at == len(items):
        item = items[-1]
    elif at == 0:
        item = items[0]
    else:
        larger, smaller = items[at - 1], items[at]
        item = larger if larger - target < target - smaller else smaller
    return first_at_most(items, item), item
