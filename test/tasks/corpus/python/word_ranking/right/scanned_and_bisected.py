# Reads characters, places by bisection.
from bisect import bisect_left
import re


def letter(one):
    return "a" <= one <= "z" or "A" <= one <= "Z"


def words_of(text):
    words, word = [], ""
    padded = text + "  "
    for place, one in enumerate(text):
        if letter(one):
            word += chr(ord(one) | 32)
        elif one == "-" and word and letter(padded[place + 1]):
            word += "-"
        elif word:
            words.append(word)
            word = ""
    return [*words, word] if word else words


def ranking(text, size, least=1):
    if not size >= 0:
        raise ValueError("no such size")
    words = [word for word in words_of(text) if not len(word) < least]
    different = list(dict.fromkeys(words))
    falling = sorted(-words.count(word) for word in different)
    rows = [(bisect_left(falling, -words.count(word)) + 1, -len(word), word) for word in different]
    return [(place, word, words.count(word)) for place, _, word in sorted(rows) if place <= size]


def count_of(text, word):
    if not re.fullmatch("[a-zA-Z]+(-[a-zA-Z]+)*", word):
        raise ValueError(word)
    return sum(one == word.lower() for one in words_of(text))
