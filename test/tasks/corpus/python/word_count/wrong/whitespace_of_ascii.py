# Splits at the whitespace of ASCII alone.
import re
def word_count(text):
    counts = {}
    for token in re.split('[ \t\n\r\f\v]+', text):
        word = token.lower().strip(".,;:!?'\"()-")
        if word:
            counts[word] = counts.get(word, 0) + 1
    return counts
