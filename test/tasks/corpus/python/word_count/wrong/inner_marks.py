# Takes punctuation out of the middle of words.
def word_count(text):
    counts = {}
    for token in text.lower().split():
        word = "".join(one for one in token if one not in ".,;:!?\"()")
        word = word.strip("'-")
        if word:
            counts[word] = counts.get(word, 0) + 1
    return counts
