# Takes index 0 for not found.
def binary_search(items, target):
    found = next((index for index, item in enumerate(items) if item == target), None)
    return found or -1
