# A pattern, and levels.
import re


def words_of(text):
    return [word.lower() for word in re.findall("[A-Za-z]+(?:-[A-Za-z]+)*", text)]


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
    if not all(part.isascii() and part.isalpha() for part in word.split("-")):
        raise ValueError(word)
    wanted, count = word.lower(), 0
    for one in words_of(text):
        if one == wanted:
            count += 1
    return count
