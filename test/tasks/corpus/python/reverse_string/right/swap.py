# Swaps from both ends.
def reverse_string(text):
    characters = list(text)
    left, right = 0, len(characters) - 1
    while left < right:
        characters[left], characters[right] = characters[right], characters[left]
        left, right = left + 1, right - 1
    return "".join(characters)
