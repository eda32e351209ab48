# Walks in from both ends.
MARKS = frozenset(".,;:!?'\"()-")

def _bare(token):
    first, last = 0, len(token)
    while first < last and token[first] in MARKS:
        first += 1
    while last > first and token[last - 1] in MARKS:
        last -= 1
    return token[first:last]

def word_count(text):
    counts = {}
    for token in text.split():
        word = _bare(token).lower()
        if word:
            counts[word] = counts.get(word, 0) + 1
    return counts
