# Lowers each letter without a look at its neighbours.
import re
def word_count(text):
    counts = {}
    for token in text.split():
        word = ''.join(c.lower() for c in token).strip(".,;:!?'\"()-")
        if word:
            counts[word] = counts.get(word, 0) + 1
    return counts
