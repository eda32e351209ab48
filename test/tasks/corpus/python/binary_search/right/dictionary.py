# Through a table of places.
def binary_search(items, target):
    return {item: index for index, item in enumerate(items)}.get(target, -1)
