# Frozen counts in a list that is searched.
from collections import Counter
from string import ascii_letters


def letters_of(word):
    return frozenset(Counter(one.lower() for one in word if one in ascii_letters).items())


def shelves(words):
    if not all(words):
        raise ValueError("an empty word")
    firsts, groups = [], []
    for word in dict.fromkeys(words):
        key = letters_of(word)
        if not key:
            continue
        if key in firsts:
            groups[firsts.index(key)].append(word)
        else:
            firsts.append(key)
            groups.append([word])
    for group in groups:
        group.sort(key=lambda word: word.lower())
    groups.sort(key=lambda group: -len(group))
    return groups


def companions(words, word):
    fitting = [other for other in words if letters_of(other) == letters_of(word) or other == ""]
    found = shelves(fitting)
    return [other for shelf in found for other in shelf if other != word]
