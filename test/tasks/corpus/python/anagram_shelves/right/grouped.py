# Sorts by letters and groups what is side by side.
from itertools import groupby


def letters_of(word):
    return tuple(sorted(letter.lower() for letter in word if letter.isascii() and letter.isalpha()))


def shelves(words):
    if any(word == "" for word in words):
        raise ValueError(words)
    order = {}
    for word in words:
        order.setdefault(word, len(order))
    keyed = sorted((list(letters_of(word)), order[word], word) for word in order if letters_of(word))
    groups = [list(group) for _, group in groupby(keyed, key=lambda triple: triple[0])]
    groups.sort(key=lambda group: (-len(group), group[0][1]))
    return [[word for _, _, word in sorted(group, key=lambda triple: (triple[2].lower(), triple[1]))] for group in groups]


def companions(words, word):
    fitting = [other for other in words if letters_of(other) == letters_of(word) or other == ""]
    found = shelves(fitting)
    return [other for shelf in found for other in shelf if other != word]
