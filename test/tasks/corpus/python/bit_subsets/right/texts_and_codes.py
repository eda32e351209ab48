# Bits as texts, subsets by codes.
from itertools import accumulate
from operator import xor


def gray(number):
    bits = f"{number:b}"
    return int("".join("01"[one != other] for one, other in zip("0" + bits, bits)), 2)


def place_of(code):
    bits = [int(bit) for bit in bin(code)[2:]]
    return int("".join(map(str, accumulate(bits, xor))), 2)


def subsets(items):
    return [[item for place, item in enumerate(items) if gray(number) >> place & 1] for number in range(2 ** len(items))]


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
