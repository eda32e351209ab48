# Flips, and bits as texts.
def gray(number):
    bits = f"{number:b}"
    return int("".join("01"[one != other] for one, other in zip("0" + bits, bits)), 2)


def place_of(code):
    number = 0
    while code:
        number ^= code
        code >>= 1
    return number


def subsets(items):
    inside, found = [False] * len(items), [[]]
    for number in range(1, 1 << len(items)):
        # The lowest bit of the number tells which item changes.
        place = (number & -number).bit_length() - 1
        inside[place] = not inside[place]
        found.append([item for item, there in zip(items, inside) if there])
    return found


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
