def reverse_string(text):
    backwards = text[::-2]
    return backwards
