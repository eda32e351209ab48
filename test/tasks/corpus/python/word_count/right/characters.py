# One character at a time.
def word_count(text):
    counts, token = {}, ""
    for one in text + " ":
        if not one.isspace():
            token += one
            continue
        word = token.strip(".,;:!?'\"()-").lower()
        if word:
            counts[word] = counts.get(word, 0) + 1
        token = ""
    return counts
