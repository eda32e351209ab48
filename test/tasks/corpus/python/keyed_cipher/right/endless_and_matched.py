# Endless shifts, and a key checked by a pattern.
import re


def check(key):
    if re.fullmatch("[A-Za-z]+", key) is None:
        raise ValueError(key)


def shift_at(key, count):
    check(key)
    shifts = [ord(letter) % 32 - 1 for letter in key]
    rounds = count // len(key)
    return (shifts[count - rounds * len(key)] + rounds) % 26


def shifts(key):
    check(key)
    rounds = 0
    while True:
        for letter in key.lower():
            yield ord(letter) - 97 + rounds
        rounds += 1


def apply(text, key, sign):
    check(key)
    stream = shifts(key)
    result = []
    for character in text:
        if character.isascii() and character.isalpha():
            base = ord("A") if character.isupper() else ord("a")
            character = chr(base + (ord(character) - base + sign * next(stream)) % 26)
        result.append(character)
    return "".join(result)


def encipher(text, key):
    return apply(text, key, +1)


def decipher(text, key):
    return apply(text, key, -1)
