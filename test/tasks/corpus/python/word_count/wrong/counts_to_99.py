# Counts to 99 only.
def word_count(text):
    counts = {}
    for token in text.lower().split():
        word = token.strip(".,;:!?'\"()-")
        if word:
            counts[word] = min(counts.get(word, 0) + 1, 99)
    return counts
