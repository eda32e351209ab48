# Takes one mark after the other away.
def _bare(token):
    while token and token[0] in ".,;:!?'\"()-":
        token = token[1:]
    while token and token[-1] in ".,;:!?'\"()-":
        token = token[:-1]
    return token

def word_count(text):
    words = [_bare(token) for token in text.lower().split()]
    return {word: words.count(word) for word in words if word}
