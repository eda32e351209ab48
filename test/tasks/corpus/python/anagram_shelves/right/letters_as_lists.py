# Lists of letters, compared with those of each shelf.
import re


def letters_of(word):
    return sorted(re.sub("[^A-Za-z]", "", word).lower())


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
    for shelf in shelves(words):
        if letters_of(shelf[0]) == letters_of(word):
            return [other for other in shelf if other != word]
    return []
