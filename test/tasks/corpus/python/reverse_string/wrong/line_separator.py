# Makes a line separator an ordinary end of line.
def reverse_string(text):
    return text.replace("\u2028", "\n")[::-1]
