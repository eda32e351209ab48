# By a generator and its default.
def binary_search(items, target):
    return next((index for index, item in enumerate(items) if item == target), -1)
