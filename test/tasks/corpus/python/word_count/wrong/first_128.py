# Counts the first 128 words only.
def word_count(text):
    counts = {}
    for token in text.lower().split()[:128]:
        word = token.strip(".,;:!?'\"()-")
        if word:
            counts[word] = counts.get(word, 0) + 1
    return counts
