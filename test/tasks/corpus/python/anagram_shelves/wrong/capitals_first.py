# Orders words as they are.
def letters_of(word):
    return tuple(sorted(letter.lower() for letter in word if letter.isascii() and letter.isalpha()))


def shelves(words):
    if "" in words:
        raise ValueError("a word has letters or marks")
    found = {}
    for word in words:
        key = letters_of(word)
        if key:
            shelf = found.setdefault(key, [])
            if word not in shelf:
                shelf.append(word)
    ordered = sorted(found.values(), key=len, reverse=True)
    return [sorted(shelf) for shelf in ordered]


def companions(words, word):
    for shelf in shelves(words):
        if letters_of(shelf[0]) == letters_of(word):
            return [other for other in shelf if other != word]
    return []
