# Takes letters that become small ones of ASCII for these.
def letters_of(word):
    return tuple(sorted(letter for letter in word.lower() if "a" <= letter <= "z"))


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
    return [sorted(shelf, key=str.lower) for shelf in ordered]


def companions(words, word):
    for shelf in shelves(words):
        if letters_of(shelf[0]) == letters_of(word):
            return [other for other in shelf if other != word]
    return []
