# Goes through an encoding that has no lone surrogates.
def reverse_string(text):
    return text.encode("utf-32-be")[::-1].decode("utf-32-le")
