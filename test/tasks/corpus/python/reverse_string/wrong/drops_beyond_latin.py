# Loses characters past U+00FF.
def reverse_string(text):
    return "".join(one for one in reversed(text) if ord(one) < 256)
