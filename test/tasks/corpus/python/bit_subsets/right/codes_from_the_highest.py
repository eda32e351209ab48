# Bits from the highest, places recursively.
def gray(number):
    code, higher = 0, 0
    for place in range(number.bit_length() - 1, -1, -1):
        bit = number >> place & 1
        code = 2 * code + (bit != higher)
        higher = bit
    return code


def place_of(code):
    if code == 0:
        return 0
    highest = 1 << code.bit_length() - 1
    return 2 * highest - 1 - place_of(code - highest)


def subsets(items):
    return [[item for place, item in enumerate(items) if gray(number) >> place & 1] for number in range(2 ** len(items))]


def find(items, subset):
    places = sorted((items.index(item) for item in subset), reverse=True)
    if len(set(places)) < len(places):
        raise ValueError(subset)
    index = 0
    for sign, place in enumerate(places):
        index += (-1) ** sign * (2 ** (place + 1) - 1)
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
