# A product of primes is the key, words are put in where they belong.
PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101]


def letters_of(word):
    product = 1
    for letter in word:
        small = letter.lower() if letter.isascii() else " "
        if "a" <= small <= "z":
            product *= PRIMES[ord(small) - ord("a")]
    return product if product > 1 else 0


def shelves(words):
    result = []
    for word in words:
        if len(word) == 0:
            raise ValueError("an empty text among the words")
    for word in words:
        key = letters_of(word)
        if not key:
            continue
        for shelf in result:
            if letters_of(shelf[0]) == key:
                break
        else:
            shelf = []
            result.append(shelf)
        if word in shelf:
            continue
        place = len(shelf)
        while place > 0 and shelf[place - 1].lower() > word.lower():
            place -= 1
        shelf.insert(place, word)
    done = []
    for size in range(len(words), 0, -1):
        done += [shelf for shelf in result if len(shelf) == size]
    return done


def companions(words, word):
    for shelf in shelves(words):
        if letters_of(shelf[0]) == letters_of(word):
            return [other for other in shelf if other != word]
    return []
