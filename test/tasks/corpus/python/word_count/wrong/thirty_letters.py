# Cuts words to thirty characters.
def word_count(text):
    counts = {}
    for token in text.lower().split():
        word = token.strip(".,;:!?'\"()-")[:30]
        if word:
            counts[word] = counts.get(word, 0) + 1
    return counts
