# Generators of paragraphs, words and lines.
def justify_text(text, width):
    if width < 2:
        raise ValueError("narrow")
    return list(all_lines(text, width))


def all_lines(text, width):
    begun = False
    for words in blocks(text):
        if begun:
            yield ""
        begun = True
        yield from lines_of(list(split_long(words, width)), width)


def blocks(text):
    words = []
    for line in text.split("\n"):
        tokens = [token for part in line.split(" ") for token in part.split("\t") if token]
        if tokens:
            words.extend(tokens)
            continue
        if words:
            yield words
        words = []
    if words:
        yield words


def split_long(words, width):
    for word in words:
        rest = word
        while rest[width:]:
            yield rest[: width - 1] + "-"
            rest = rest[width - 1 :]
        yield rest


def lines_of(words, width, number=0):
    start = 0
    while True:
        stop, free = start, width
        while stop < len(words) and len(words[stop]) <= free:
            free -= len(words[stop]) + 1
            stop += 1
        line = words[start:stop]
        if stop == len(words):
            yield " ".join(line)
            return
        free += 1
        gaps = [1] * (stop - start - 1)
        for step in range(free if gaps else 0):
            gaps[(step if number % 2 == 0 else -1 - step) % len(gaps)] += 1
        yield "".join(word + " " * gap for word, gap in zip(line, gaps + [0]))
        start = stop
        number += 1
