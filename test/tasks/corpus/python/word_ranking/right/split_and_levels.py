# Splits at what separates; levels of equal frequency.
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
        raise ValueError(size)
    counts = {}
    for word in words_of(text):
        if len(word) >= least:
            counts[word] = counts.get(word, 0) + 1
    levels = {}
    for word, count in counts.items():
        levels.setdefault(count, []).append(word)
    rows, place = [], 1
    for count in sorted(levels, reverse=True):
        if place > size:
            break
        level = sorted(sorted(levels[count]), key=len, reverse=True)
        rows += [(place, word, count) for word in level]
        place += len(level)
    return rows


def count_of(text, word):
    if not re.fullmatch("[a-zA-Z]+(-[a-zA-Z]+)*", word):
        raise ValueError(word)
    return sum(one == word.lower() for one in words_of(text))
