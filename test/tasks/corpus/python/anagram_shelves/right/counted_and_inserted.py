# Counts, and words put in where they belong.
def letters_of(word):
    counts = [0] * 26
    for letter in word:
        if "a" <= letter <= "z":
            counts[ord(letter) - 97] += 1
        elif "A" <= letter <= "Z":
            counts[ord(letter) - 65] += 1
    return tuple(counts) if any(counts) else None


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
    fitting = [other for other in words if letters_of(other) == letters_of(word) or other == ""]
    found = shelves(fitting)
    return [other for shelf in found for other in shelf if other != word]
