# Flips one item after the other.
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
    inside, found = [False] * len(items), [[]]
    for number in range(1, 1 << len(items)):
        # The lowest bit of the number tells which item changes.
        place = (number & -number).bit_length() - 1
        inside[place] = not inside[place]
        found.append([item for item, there in zip(items, inside) if there])
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
