# Keeps a hyphen at the ends.
def word_count(text):
    counts = {}
    for token in text.split():
        word = token.lower().strip(".,;:!?'\"()")
        if word:
            counts[word] = counts.get(word, 0) + 1
    return counts
