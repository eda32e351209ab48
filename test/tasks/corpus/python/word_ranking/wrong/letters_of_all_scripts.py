# Takes letters of all scripts.
from collections import Counter
import re


def words_of(text):
    return [word.lower() for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text)]


def ranking(text, size, least=1):
    if size < 0:
        raise ValueError("a size is 0 or more")
    counts = Counter(word for word in words_of(text) if len(word) >= least)
    order = sorted(counts, key=lambda word: (-counts[word], -len(word), word))
    rows = []
    for word in order:
        place = 1 + sum(count > counts[word] for count in counts.values())
        if place <= size:
            rows.append((place, word, counts[word]))
    return rows


def count_of(text, word):
    if words_of(word) != [word.lower()]:
        raise ValueError("that is not one word")
    return words_of(text).count(word.lower())
