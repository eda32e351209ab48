# Puts spaces for all that separates; places by bisection.
from bisect import bisect_left
from string import ascii_letters


def words_of(text):
    kept = "".join(one if one in ascii_letters + "-" else " " for one in text)
    pieces = [piece for run in kept.split() for piece in run.replace("--", " ").split()]
    return [piece.strip("-").lower() for piece in pieces if piece.strip("-")]


def ranking(text, size, least=1):
    if not size >= 0:
        raise ValueError("no such size")
    words = [word for word in words_of(text) if not len(word) < least]
    different = list(dict.fromkeys(words))
    falling = sorted(-words.count(word) for word in different)
    rows = [(bisect_left(falling, -words.count(word)) + 1, -len(word), word) for word in different]
    return [(place, word, words.count(word)) for place, _, word in sorted(rows) if place <= size]


def count_of(text, word):
    if words_of(word) != [word.lower()]:
        raise ValueError("that is not one word")
    return words_of(text).count(word.lower())
