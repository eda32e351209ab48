# Shifts by the key alone, pass after pass.
def check(key):
    if not key or not (key.isascii() and key.isalpha()):
        raise ValueError("a key consists of letters")


def shift_at(key, count):
    check(key)
    rounds, place = divmod(count, len(key))
    return (ord(key[place].lower()) - ord("a")) % 26


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
