# By a dict that makes its own zeros, handed over as it is.
from collections import defaultdict

def word_count(text):
    counts = defaultdict(int)
    for token in text.lower().split():
        word = token.strip(".,;:!?'\"()-")
        if word:
            counts[word] += 1
    return counts
