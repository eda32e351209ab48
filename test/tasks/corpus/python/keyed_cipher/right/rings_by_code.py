# Rings, and shifts by codes.
from string import ascii_lowercase, ascii_uppercase


def check(key):
    if not key or not (key.isascii() and key.isalpha()):
        raise ValueError("a key consists of letters")


def shift_at(key, count):
    check(key)
    rounds, place = divmod(count, len(key))
    return (ord(key[place].lower()) - ord("a") + rounds) % 26


def rotated(character, steps):
    for ring in (ascii_lowercase, ascii_uppercase):
        place = ring.find(character)
        if place >= 0:
            return ring[(place + steps) % 26]
    return character


def encipher(text, key):
    check(key)
    letters = 0
    out = []
    for character in text:
        out.append(rotated(character, shift_at(key, letters)))
        letters += character in ascii_lowercase + ascii_uppercase
    return "".join(out)


def decipher(text, key):
    check(key)
    letters = 0
    out = []
    for character in text:
        out.append(rotated(character, -shift_at(key, letters)))
        letters += character in ascii_lowercase + ascii_uppercase
    return "".join(out)
