# By a counter, handed over as it is.
from collections import Counter

def word_count(text):
    words = (token.lower().strip(".,;:!?'\"()-") for token in text.split())
    return Counter(word for word in words if word)
