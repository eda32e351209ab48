# The rest, then the first.
def reverse_string(text):
    if text == "":
        return text
    return reverse_string(text[1:]) + text[0]
