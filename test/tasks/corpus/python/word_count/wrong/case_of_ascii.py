# Makes only A to Z small.
def word_count(text):
    small = str.maketrans({chr(65 + n): chr(97 + n) for n in range(26)})
    counts = {}
    for token in text.split():
        word = token.translate(small).strip(".,;:!?'\"()-")
        if word:
            counts[word] = counts.get(word, 0) + 1
    return counts
