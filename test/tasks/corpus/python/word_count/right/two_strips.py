# Strips left and right.
def word_count(text):
    marks = ".,;:!?'\"()-"
    counts = dict()
    for word in map(str.lower, text.split()):
        word = word.lstrip(marks).rstrip(marks)
        counts[word] = counts.get(word, 0) + 1
    counts.pop("", None)
    return counts
