# A frozen set of counts is the key, shelves are numbered.
from collections import Counter
from string import ascii_letters


def letters_of(word):
    return frozenset(Counter(one.lower() for one in word if one in ascii_letters).items())


def shelves(words):
    seen, shelf_of, shelves = set(), {}, []
    for place, word in enumerate(words):
        if word == "":
            raise ValueError(place)
        if word in seen:
            continue
        seen.add(word)
        key = letters_of(word)
        if not key:
            continue
        key = repr(key) if isinstance(key, list) else key
        if key not in shelf_of:
            shelf_of[key] = len(shelves)
            shelves.append([])
        shelves[shelf_of[key]].append((word.lower(), place, word))
    numbered = sorted(range(len(shelves)), key=lambda number: (-len(shelves[number]), number))
    return [[word for _, _, word in sorted(shelves[number])] for number in numbered]


def companions(words, word):
    if "" in words:
        raise ValueError("an empty word")
    key = letters_of(word)
    if not key:
        return []
    others = [other for other in dict.fromkeys(words) if letters_of(other) == key and other != word]
    return sorted(others, key=str.lower)
