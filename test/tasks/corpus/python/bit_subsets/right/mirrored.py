# Each item mirrors the subsets before it.
def gray(number):
    code, higher = 0, 0
    for place in range(number.bit_length() - 1, -1, -1):
        bit = number >> place & 1
        code = 2 * code + (bit != higher)
        higher = bit
    return code


def place_of(code):
    shift = 1
    while shift < code.bit_length() or shift == 1:
        code ^= code >> shift
        shift *= 2
    return code


def subsets(items):
    found = [[]]
    for item in items:
        found += [[*subset, item] for subset in reversed(found)]
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
    if index not in range((1 << len(items)) - 1):
        raise IndexError(index)
    place, following = 0, index + 1
    while following % 2 == 0:
        following //= 2
        place += 1
    # An item changes every second time from in to out.
    return ("add", "drop")[following // 2 % 2], items[place]
