def gray(number):
    return number ^ number >> 1


def place_of(code):
    return code ^ code >> 1


def subsets(items):
    found = []
    for number in range(2 ** len(items)):
        code = gray(number)
        found.append([item for bit, item in enumerate(items) if code >> bit & 1])
    return found


def find(items, subset):
    code = 0
    for item in subset:
        if item not in items:
            raise ValueError(f"{item!r} is not among the items")
        bit = 1 << items.index(item)
        if code & bit:
            raise ValueError(f"{item!r} comes twice")
        code |= bit
    return place_of(code)


def change(items, index):
    if not 0 <= index < 2 ** len(items) - 1:
        raise IndexError(f"no change leads on from {index}")
    before, after = gray(index), gray(index + 1)
    item = items[(before ^ after).bit_length() - 1]
    return ("add" if after > before else "drop", item)
