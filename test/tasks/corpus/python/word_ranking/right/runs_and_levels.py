# Runs, and levels.
from itertools import groupby


def words_of(text):
    def kind(one):
        return "letters" if one.isascii() and one.isalpha() else "hyphen" if one == "-" else "other"

    runs = [(name, "".join(group)) for name, group in groupby(text, kind)]
    words, joined = [], False
    for place, (name, run) in enumerate(runs):
        if name == "letters":
            if joined:
                words[-1] += "-" + run.lower()
            else:
                words.append(run.lower())
        joined = name == "hyphen" and run == "-" and place > 0 and runs[place - 1][0] == "letters"
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
    if words_of(word) != [word.lower()]:
        raise ValueError("that is not one word")
    return words_of(text).count(word.lower())
