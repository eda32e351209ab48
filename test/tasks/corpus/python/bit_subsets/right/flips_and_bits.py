# Flips, and bits from the highest.
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
    inside, found = [False] * len(items), [[]]
    for number in range(1, 1 << len(items)):
        # The lowest bit of the number tells which item changes.
        place = (number & -number).bit_length() - 1
        inside[place] = not inside[place]
        found.append([item for item, there in zip(items, inside) if there])
    return found


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
