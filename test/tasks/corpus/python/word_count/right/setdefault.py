# With a default for each word.
def word_count(text):
    counts = {}
    for token in text.lower().split():
        word = token.strip(".,;:!?'\"()-")
        if not word:
            continue
        counts.setdefault(word, 0)
        counts[word] += 1
    return counts
