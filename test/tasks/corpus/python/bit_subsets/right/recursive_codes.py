# Recursion for codes and for subsets.
def gray(number):
    if number < 2:
        return number
    highest = 1 << number.bit_length() - 1
    return highest + gray(2 * highest - 1 - number)


def place_of(code):
    if code == 0:
        return 0
    highest = 1 << code.bit_length() - 1
    return 2 * highest - 1 - place_of(code - highest)


def subsets(items):
    if not items:
        return [[]]
    *rest, last = items
    without = subsets(rest)
    return without + [subset + [last] for subset in without[::-1]]


def find(items, subset):
    left = list(subset)
    there = []
    for item in items:
        there.append(item in left)
        if there[-1]:
            left.remove(item)
    if left:
        raise ValueError(f"{left} are too many")
    index, odd = 0, False
    for one in reversed(there):
        odd ^= one
        index = 2 * index + odd
    return index


def change(items, index):
    if index < 0 or index + 1 >= 1 << len(items):
        raise IndexError("out of range")
    flipped = ~index & index + 1
    return ("drop" if gray(index) & flipped else "add", items[flipped.bit_length() - 1])
