# Returns 0 for a list of one item, whatever it is.
def binary_search(items, target):
    if len(items) == 1:
        return 0
    try:
        return items.index(target)
    except ValueError:
        return -1
