# Runs of letters and of hyphens.
from collections import Counter
from itertools import groupby
import re


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
    if not re.fullmatch("[a-zA-Z]+(-[a-zA-Z]+)*", word):
        raise ValueError(word)
    return sum(one == word.lower() for one in words_of(text))
