# Takes the marks away one by one, three times.
def word_count(text):
    counts = {}
    for token in text.split():
        word = token.lower()
        for mark in ".,;:!?'\"()-":
            word = word.strip(mark)
        for mark in ".,;:!?'\"()-":
            word = word.strip(mark)
        for mark in ".,;:!?'\"()-":
            word = word.strip(mark)
        if word:
            counts[word] = counts.get(word, 0) + 1
    return counts
