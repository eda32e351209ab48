# Takes characters that Unicode calls compatible for the same.
import unicodedata
def word_count(text):
    counts = {}
    for token in unicodedata.normalize("NFKC", text).lower().split():
        word = token.strip(".,;:!?'\"()-")
        if word:
            counts[word] = counts.get(word, 0) + 1
    return counts
