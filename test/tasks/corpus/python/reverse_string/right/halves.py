# The right half before the left.
def reverse_string(text):
    if len(text) < 2:
        return text
    middle = len(text) // 2
    return reverse_string(text[middle:]) + reverse_string(text[:middle])
