# Each alphabet as a ring that is looked through.
from string import ascii_letters
from string import ascii_lowercase, ascii_uppercase


def check(key):
    if key == "" or any(letter not in ascii_letters for letter in key):
        raise ValueError("not a key")


def shift_at(key, count):
    check(key)
    shifts = [ord(letter) % 32 - 1 for letter in key]
    rounds = count // len(key)
    return (shifts[count - rounds * len(key)] + rounds) % 26


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
