SMALL = "abcdefghijklmnopqrstuvwxyz"
CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def place_of(letter):
    alphabet = SMALL if letter in SMALL else CAPITALS
    return alphabet.index(letter)


def places_of(key):
    if not key:
        raise ValueError("the key is empty")
    return [place_of(letter) for letter in key]


def shift_by(places, count):
    passes, at = divmod(count, len(places))
    return (places[at] + passes) % 26


def shift_at(key, count):
    return shift_by(places_of(key), count)


def turned(text, key, direction):
    places = places_of(key)
    written = []
    letters = 0
    for character in text:
        if character in SMALL or character in CAPITALS:
            alphabet = SMALL if character in SMALL else CAPITALS
            shift = direction * shift_by(places, letters)
            character = alphabet[(place_of(character) + shift) % 26]
            letters += 1
        written.append(character)
    return "".join(written)


def encipher(text, key):
    return turned(text, key, 1)


def decipher(text, key):
    return turned(text, key, -1)
