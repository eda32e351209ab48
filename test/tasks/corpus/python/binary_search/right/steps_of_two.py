# Jumps by falling powers of two.
def binary_search(items, target):
    position, step = -1, 1
    while step < len(items):
        step *= 2
    while step:
        if position + step < len(items) and items[position + step] < target:
            position += step
        step //= 2
    position += 1
    return position if position < len(items) and items[position] == target else -1
