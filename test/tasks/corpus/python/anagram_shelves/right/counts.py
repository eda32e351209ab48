# Counts of 26 letters are the key.
def letters_of(word):
    counts = [0] * 26
    for letter in word:
        if "a" <= letter <= "z":
            counts[ord(letter) - 97] += 1
        elif "A" <= letter <= "Z":
            counts[ord(letter) - 65] += 1
    return tuple(counts) if any(counts) else None


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
    if "" in words:
        raise ValueError("an empty word")
    key = letters_of(word)
    if not key:
        return []
    others = [other for other in dict.fromkeys(words) if letters_of(other) == key and other != word]
    return sorted(others, key=str.lower)
