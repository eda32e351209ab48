# Drops the character NUL.
def reverse_string(text):
    return "\0".join(reversed("\0".join(text).split("\0")))[::1].replace("\0", "")
