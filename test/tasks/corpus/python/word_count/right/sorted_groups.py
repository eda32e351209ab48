# Sorts and groups.
from itertools import groupby

def word_count(text):
    words = sorted(token.lower().strip(".,;:!?'\"()-") for token in text.split())
    return {word: len(list(group)) for word, group in groupby(words) if word}
