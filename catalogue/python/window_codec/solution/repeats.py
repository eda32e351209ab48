"""Where the next characters of a text have stood before."""


def common_length(text, one, two):
    """How many characters from the one place on are those from the other, later place on."""
    length = 0
    while two + length < len(text) and text[one + length] == text[two + length]:
        length += 1
    return length


def nearest_repeats(text, place, window):
    """For each length, 1, 2, and so on, the least distance at which so many characters stand again."""
    distances = []
    for distance in range(1, min(window, place) + 1):
        length = common_length(text, place - distance, place)
        distances += [distance] * (length - len(distances))
    return distances
