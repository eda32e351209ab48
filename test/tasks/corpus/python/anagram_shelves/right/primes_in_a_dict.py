# Products of primes in a dict.
PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101]


def letters_of(word):
    product = 1
    for letter in word:
        small = letter.lower() if letter.isascii() else " "
        if "a" <= small <= "z":
            product *= PRIMES[ord(small) - ord("a")]
    return product if product > 1 else 0


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
    if "" in words:
        raise ValueError("an empty word")
    key = letters_of(word)
    if not key:
        return []
    others = [other for other in dict.fromkeys(words) if letters_of(other) == key and other != word]
    return sorted(others, key=str.lower)
