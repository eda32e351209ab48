def signature(word):
    letters = [letter.lower() for letter in word if letter.isascii() and letter.isalpha()]
    return "".join(sorted(letters))


def by_signature(words):
    found = {}
    for word in words:
        if not word:
            raise ValueError("a word is empty")
        shelf = found.setdefault(signature(word), [])
        if word not in shelf:
            shelf.append(word)
    found.pop("", None)
    for shelf in found.values():
        shelf.sort(key=str.lower)
    return found


def shelves(words):
    return sorted(by_signature(words).values(), key=lambda shelf: (-len(shelf), shelf))


def companions(words, word):
    shelf = by_signature(words).get(signature(word), [])
    return [other for other in shelf if other != word]
