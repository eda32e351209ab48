# Takes away other marks too, such as # and $.
import string

def word_count(text):
    counts = {}
    for token in text.split():
        word = token.lower().strip(string.punctuation)
        if word:
            counts[word] = counts.get(word, 0) + 1
    return counts
