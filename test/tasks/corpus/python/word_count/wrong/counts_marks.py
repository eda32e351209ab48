# Counts a lone hyphen as a word.
def word_count(text):
    counts = {}
    for token in text.split():
        word = token.lower().strip(".,;:!?'\"()-") or ("-" if token == "-" else "")
        if word:
            counts[word] = counts.get(word, 0) + 1
    return counts
