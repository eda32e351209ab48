# One loop, and a key checked letter by letter.
from string import ascii_letters


def check(key):
    if key == "" or any(letter not in ascii_letters for letter in key):
        raise ValueError("not a key")


ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def shift_at(key, count):
    check(key)
    return (ALPHABET.index(key.lower()[count % len(key)]) + count // len(key)) % len(ALPHABET)


def turn(text, key, direction):
    check(key)
    count, out = 0, ""
    for character in text:
        if "a" <= character <= "z":
            first = 97
        elif "A" <= character <= "Z":
            first = 65
        else:
            out += character
            continue
        out += chr((ord(character) - first + direction * shift_at(key, count)) % 26 + first)
        count += 1
    return out


def encipher(text, key):
    return turn(text, key, 1)


def decipher(text, key):
    return turn(text, key, -1)
