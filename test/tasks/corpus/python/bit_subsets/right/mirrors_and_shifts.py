# Mirrors, and shifts.
def gray(number):
    return number ^ number >> 1


def place_of(code):
    number = 0
    while code:
        number ^= code
        code >>= 1
    return number


def subsets(items):
    found = [[]]
    for item in items:
        found += [[*subset, item] for subset in reversed(found)]
    return found


def find(items, subset):
    places = sorted((items.index(item) for item in subset), reverse=True)
    if len(set(places)) < len(places):
        raise ValueError(subset)
    index = 0
    for sign, place in enumerate(places):
        index += (-1) ** sign * (2 ** (place + 1) - 1)
    return index


def change(items, index):
    if index < 0 or index + 1 >= 1 << len(items):
        raise IndexError("out of range")
    flipped = ~index & index + 1
    return ("drop" if gray(index) & flipped else "add", items[flipped.bit_length() - 1])
