# Turns tabs into spaces.
def reverse_string(text):
    return text.expandtabs(1)[::-1]
