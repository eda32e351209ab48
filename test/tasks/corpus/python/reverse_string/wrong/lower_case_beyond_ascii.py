# Makes capitals beyond ASCII small.
def reverse_string(text):
    return "".join(one.lower() if ord(one) > 127 else one for one in text[::-1])
