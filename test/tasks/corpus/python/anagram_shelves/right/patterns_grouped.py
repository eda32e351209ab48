# Letters by a pattern, groups side by side.
from itertools import groupby
import re


def letters_of(word):
    return sorted(re.sub("[^A-Za-z]", "", word).lower())


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
    for shelf in shelves(words):
        if letters_of(shelf[0]) == letters_of(word):
            return [other for other in shelf if other != word]
    return []
