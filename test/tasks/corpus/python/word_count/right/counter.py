# By a counter, made a plain dict.
from collections import Counter

def word_count(text):
    words = (token.lower().strip(".,;:!?'\"()-") for token in text.split())
    return dict(Counter(word for word in words if word))
