# Stops counting at nine.
def word_count(text):
    counts = {}
    for token in text.split():
        word = token.lower().strip(".,;:!?'\"()-")
        if word:
            counts[word] = min(9, counts.get(word, 0) + 1)
    return counts
