# By indices from the end.
def reverse_string(text):
    return "".join([text[index] for index in range(len(text) - 1, -1, -1)])
