# Strips by a regular expression.
import re

EDGES = re.compile(r"^[.,;:!?'\"()-]+|[.,;:!?'\"()-]+$")

def word_count(text):
    counts = {}
    for token in text.split():
        word = EDGES.sub("", token.lower())
        if word:
            counts[word] = counts.get(word, 0) + 1
    return counts
