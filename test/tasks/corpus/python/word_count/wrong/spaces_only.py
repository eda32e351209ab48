# Separates words by spaces and line ends only.
def word_count(text):
    counts = {}
    for token in text.replace("\n", " ").split(" "):
        word = token.lower().strip(".,;:!?'\"()-")
        if word:
            counts[word] = counts.get(word, 0) + 1
    return counts
