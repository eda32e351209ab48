# A generator of shifts that never ends.
def check(key):
    if not key or not (key.isascii() and key.isalpha()):
        raise ValueError("a key consists of letters")


ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def shift_at(key, count):
    check(key)
    return (ALPHABET.index(key.lower()[count % len(key)]) + count // len(key)) % len(ALPHABET)


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
