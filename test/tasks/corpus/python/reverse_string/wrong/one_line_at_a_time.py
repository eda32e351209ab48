# Keeps the order of lines.
def reverse_string(text):
    return "\n".join(line[::-1] for line in text.split("\n"))
