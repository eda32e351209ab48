# By a dict with an order, handed over as it is.
from collections import OrderedDict

def word_count(text):
    counts = OrderedDict()
    for word in sorted(token.strip(".,;:!?'\"()-") for token in text.lower().split()):
        if word:
            counts[word] = counts.get(word, 0) + 1
            counts.move_to_end(word, last=False)
    return counts
