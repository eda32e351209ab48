# Letters replaced by a pattern whose function counts.
from itertools import count
import re


def check(key):
    if re.fullmatch("[A-Za-z]+", key) is None:
        raise ValueError(key)


def shift_at(key, count):
    check(key)
    rounds, place = divmod(count, len(key))
    return (ord(key[place].lower()) - ord("a") + rounds) % 26


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
