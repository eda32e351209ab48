# A table of translation for each shift.
import re


def check(key):
    if re.fullmatch("[A-Za-z]+", key) is None:
        raise ValueError(key)


def shift_at(key, count):
    check(key)
    shifts = [ord(letter) % 32 - 1 for letter in key]
    rounds = count // len(key)
    return (shifts[count - rounds * len(key)] + rounds) % 26


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
