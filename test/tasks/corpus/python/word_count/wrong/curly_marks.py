# Strips curly quotes and long dashes too.
def word_count(text):
    counts = {}
    for token in text.lower().split():
        word = token.strip(".,;:!?'\"()-\u201c\u201d\u2018\u2019\u2026\u2014")
        if word:
            counts[word] = counts.get(word, 0) + 1
    return counts
