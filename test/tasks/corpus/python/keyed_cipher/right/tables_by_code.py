# Tables, and shifts by codes.
from string import ascii_letters


def check(key):
    if key == "" or any(letter not in ascii_letters for letter in key):
        raise ValueError("not a key")


def shift_at(key, count):
    check(key)
    rounds, place = divmod(count, len(key))
    return (ord(key[place].lower()) - ord("a") + rounds) % 26


def encipher(text, key, sign=1):
    check(key)
    tables, out, used = {}, [], 0
    for character in text:
        if not ("a" <= character <= "z" or "A" <= character <= "Z"):
            out.append(character)
            continue
        shift = sign * shift_at(key, used) % 26
        if shift not in tables:
            small = "abcdefghijklmnopqrstuvwxyz"
            turned = small[shift:] + small[:shift]
            tables[shift] = str.maketrans(small + small.upper(), turned + turned.upper())
        out.append(character.translate(tables[shift]))
        used += 1
    return "".join(out)


def decipher(text, key):
    return encipher(text, key, sign=-1)
