# Reverses the first 512 characters only.
def reverse_string(text):
    return text[:512][::-1] + text[512:]
