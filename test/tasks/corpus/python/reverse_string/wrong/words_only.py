# Reverses each word and leaves the words where they are when there are more than two.
def reverse_string(text):
    words = text.split(" ")
    if len(words) > 2:
        return " ".join(word[::-1] for word in words)
    return text[::-1]
