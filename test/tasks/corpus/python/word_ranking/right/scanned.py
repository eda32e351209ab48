# Reads character by character; groups sorted words.
from itertools import groupby


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
    if not all(part.isascii() and part.isalpha() for part in word.split("-")):
        raise ValueError(word)
    wanted, count = word.lower(), 0
    for one in words_of(text):
        if one == wanted:
            count += 1
    return count
