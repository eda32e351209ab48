def reverse_string(text):
    backwards = text[::-1]
    return backwards
