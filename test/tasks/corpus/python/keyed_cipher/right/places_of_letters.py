# Finds the places of letters first.
def check(key):
    if not key or not (key.isascii() and key.isalpha()):
        raise ValueError("a key consists of letters")


ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def shift_at(key, count):
    check(key)
    return (ALPHABET.index(key.lower()[count % len(key)]) + count // len(key)) % len(ALPHABET)


def letters_of(text):
    return [place for place, one in enumerate(text) if one.isascii() and one.isalpha()]


def moved(one, steps):
    first = ord(one) & 0b1100000
    return chr(first + 1 + (ord(one) - first - 1 + steps) % 26)


def encipher(text, key):
    check(key)
    out = list(text)
    for count, place in enumerate(letters_of(text)):
        out[place] = moved(out[place], shift_at(key, count))
    return "".join(out)


def decipher(text, key):
    check(key)
    out = list(text)
    for count, place in enumerate(letters_of(text)):
        out[place] = moved(out[place], 26 - shift_at(key, count))
    return "".join(out)
