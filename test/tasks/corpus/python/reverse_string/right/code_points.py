# Through numbers.
def reverse_string(text):
    numbers = [ord(one) for one in text]
    numbers.reverse()
    return "".join(map(chr, numbers))
