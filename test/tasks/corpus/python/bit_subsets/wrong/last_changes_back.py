# Lets the last subset be followed by the first.
def gray(number):
    return number ^ number >> 1


def place_of(code):
    number = 0
    while code:
        number ^= code
        code >>= 1
    return number


def subsets(items):
    return [[item for place, item in enumerate(items) if gray(number) >> place & 1] for number in range(2 ** len(items))]


def find(items, subset):
    code = 0
    for item in subset:
        bit = 1 << items.index(item)
        if code & bit:
            raise ValueError("an item comes twice")
        code += bit
    return place_of(code)


def change(items, index):
    if not 0 <= index < 2 ** len(items):
        raise IndexError("no subset comes next")
    before, after = gray(index), gray((index + 1) % 2 ** len(items))
    item = items[(before ^ after).bit_length() - 1]
    return ("add" if after > before else "drop", item)
