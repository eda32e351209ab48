# By the built-in.
def reverse_string(text):
    return "".join(reversed(text))
