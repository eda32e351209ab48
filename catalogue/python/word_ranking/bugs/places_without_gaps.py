import re
from collections import Counter

WORD = re.compile("[A-Za-z]+(?:-[A-Za-z]+)*")


def words_of(text):
    return [word.lower() for word in WORD.findall(text)]


def ranking(text, size, least=1):
    if size < 0:
        raise ValueError(f"there is no place {size}")
    counts = Counter(word for word in words_of(text) if len(word) >= least)
    ordered = sorted(counts, key=lambda word: (-counts[word], -len(word), word))
    ranked = []
    place, last = 0, None
    for word in ordered:
        if counts[word] != last:
            place, last = place + 1, counts[word]
        if place > size:
            break
        ranked.append((place, word, last))
    return ranked


def count_of(text, word):
    if not WORD.fullmatch(word):
        raise ValueError(f"{word!r} is not one word")
    return words_of(text).count(word.lower())
