# By a default dictionary, made a plain one.
from collections import defaultdict

def word_count(text):
    counts = defaultdict(int)
    for token in text.split():
        word = token.lower().strip("-)(\"'?!:;,.")
        if word != "":
            counts[word] += 1
    return dict(counts)
