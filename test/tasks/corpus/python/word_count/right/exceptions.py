# Finds out by an exception.
def word_count(text):
    counts = {}
    for token in text.split():
        word = token.strip(".,;:!?'\"()-").lower()
        if len(word) == 0:
            continue
        try:
            counts[word] += 1
        except KeyError:
            counts[word] = 1
    return counts
