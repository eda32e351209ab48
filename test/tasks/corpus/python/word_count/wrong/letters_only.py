# Reads words as letters, digits, apostrophes and hyphens.
import re

def word_count(text):
    counts = {}
    for word in re.findall(r"[^\W_](?:[\w'-]*[^\W_])?", text.lower()):
        counts[word] = counts.get(word, 0) + 1
    return counts
