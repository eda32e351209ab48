# Recursion on the last item.
from itertools import accumulate
from operator import xor


def gray(number):
    bits = f"{number:b}"
    return int("".join("01"[one != other] for one, other in zip("0" + bits, bits)), 2)


def place_of(code):
    bits = [int(bit) for bit in bin(code)[2:]]
    return int("".join(map(str, accumulate(bits, xor))), 2)


def subsets(items):
    if not items:
        return [[]]
    *rest, last = items
    without = subsets(rest)
    return without + [subset + [last] for subset in without[::-1]]


def find(items, subset):
    code = 0
    for item in subset:
        bit = 1 << items.index(item)
        if code & bit:
            raise ValueError("an item comes twice")
        code += bit
    return place_of(code)


def change(items, index):
    if not 0 <= index < 2 ** len(items) - 1:
        raise IndexError("no subset comes next")
    before, after = gray(index), gray(index + 1)
    item = items[(before ^ after).bit_length() - 1]
    return ("add" if after > before else "drop", item)
