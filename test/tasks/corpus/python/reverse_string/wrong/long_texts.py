# Leaves the middle of a text of more than 40 characters as it is.
def reverse_string(text):
    if len(text) <= 40:
        return text[::-1]
    return text[:-21:-1] + text[20:-20] + text[19::-1]
