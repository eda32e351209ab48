# Splits, and groups of sorted words.
from itertools import groupby
import re


def words_of(text):
    words = []
    for piece in re.split("[^A-Za-z-]+|--+", text):
        word = piece.strip("-")
        if word:
            words.append(word.lower())
    return words


def ranking(text, size, least=1):
    if size < 0:
        raise ValueError("below 0")
    words = sorted(words_of(text))
    triples = [(word, len(list(group))) for word, group in groupby(words)]
    triples = [pair for pair in triples if len(pair[0]) >= least]
    triples.sort(key=lambda pair: len(pair[0]), reverse=True)
    triples.sort(key=lambda pair: pair[1], reverse=True)
    result = []
    for number, (word, count) in enumerate(triples, 1):
        place = result[-1][0] if result and result[-1][2] == count else number
        if place > size:
            break
        result.append((place, word, count))
    return result


def count_of(text, word):
    if words_of(word) != [word.lower()]:
        raise ValueError("that is not one word")
    return words_of(text).count(word.lower())
