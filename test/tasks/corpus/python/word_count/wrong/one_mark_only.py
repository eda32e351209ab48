# Takes one mark from each end and no more.
MARKS = ".,;:!?'\"()-"

def word_count(text):
    counts = {}
    for token in text.lower().split():
        for _ in range(2):
            if token and token[0] in MARKS:
                token = token[1:]
            if token and token[-1] in MARKS:
                token = token[:-1]
        if token:
            counts[token] = counts.get(token, 0) + 1
    return counts
