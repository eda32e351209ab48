# Gives None for the empty string.
def reverse_string(text):
    return text[::-1] or None
