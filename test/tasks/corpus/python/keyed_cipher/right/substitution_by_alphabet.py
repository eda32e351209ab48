# Substitution with places in the alphabet.
from itertools import count
from string import ascii_letters
import re


def check(key):
    if key == "" or any(letter not in ascii_letters for letter in key):
        raise ValueError("not a key")


ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def shift_at(key, count):
    check(key)
    return (ALPHABET.index(key.lower()[count % len(key)]) + count // len(key)) % len(ALPHABET)


def encipher(text, key, way=1):
    check(key)
    numbers = count()

    def turned(match):
        letter = match[0]
        small = ord(letter.lower()) - 97
        new = chr((small + way * shift_at(key, next(numbers))) % 26 + 97)
        return new if letter.islower() else new.upper()

    return re.sub("[A-Za-z]", turned, text)


def decipher(text, key):
    return encipher(text, key, -1)
