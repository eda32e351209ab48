# Spaces for the rest, and a counter.
from collections import Counter
from string import ascii_letters


def words_of(text):
    kept = "".join(one if one in ascii_letters + "-" else " " for one in text)
    pieces = [piece for run in kept.split() for piece in run.replace("--", " ").split()]
    return [piece.strip("-").lower() for piece in pieces if piece.strip("-")]


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
    if not all(part.isascii() and part.isalpha() for part in word.split("-")):
        raise ValueError(word)
    wanted, count = word.lower(), 0
    for one in words_of(text):
        if one == wanted:
            count += 1
    return count
