# Lowers the letters of Latin-1 only.
def word_count(text):
    counts = {}
    for token in text.split():
        word = "".join(chr(ord(c) + 32) if "A" <= c <= "Z" or "\u00c0" <= c <= "\u00de" else c for c in token).strip(".,;:!?'\"()-")
        if word:
            counts[word] = counts.get(word, 0) + 1
    return counts
