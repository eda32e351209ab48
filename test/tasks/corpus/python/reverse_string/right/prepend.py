# Each character before those there are.
def reverse_string(text):
    result = ""
    for character in text:
        result = character + result
    return result
