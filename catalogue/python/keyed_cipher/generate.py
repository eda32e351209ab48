"""Texts of letters and of everything else, keys of every length and case, and keys that are none."""

SMALL = "abcdefghijklmnopqrstuvwxyz"
LETTERS = SMALL + SMALL.upper()
OTHERS = " .,!?-'0123456789_\n\téßÉ日K[]`{@^"


def letters(rng, least, most, alphabet=LETTERS):
    return "".join(rng.choice(alphabet) for _ in range(rng.randint(least, most)))


def text_of(rng, most=20):
    return "".join(rng.choice([rng.choice(LETTERS), rng.choice(LETTERS), rng.choice(OTHERS)]) for _ in range(rng.randint(0, most)))


def either(rng):
    return rng.choice(["encipher", "decipher"])


def only_letters(rng):
    return f"encipher({letters(rng, 1, 15)!r}, {letters(rng, 1, 5)!r})"


def mixed(rng):
    return f"{either(rng)}({text_of(rng)!r}, {letters(rng, 1, 5)!r})"


def deciphers(rng):
    return f"decipher({letters(rng, 1, 15)!r}, {letters(rng, 1, 6)!r})"


def one_letter_key(rng):
    return f"{either(rng)}({text_of(rng, 30)!r}, {letters(rng, 1, 1)!r})"


def key_as_long_as_the_text(rng):
    text = letters(rng, 1, 8)
    return f"{either(rng)}({text!r}, {letters(rng, len(text) - 1 or 1, len(text) + 1)!r})"


def key_longer_than_the_text(rng):
    return f"{either(rng)}({text_of(rng, 6)!r}, {letters(rng, 8, 40)!r})"


def passes_beyond_the_alphabet(rng):
    key = letters(rng, 1, 3)
    return f"{either(rng)}({rng.choice(LETTERS)!r} * {rng.randint(len(key) * 24, len(key) * 60)}, {key!r})"


def without_letters(rng):
    return f"{either(rng)}({letters(rng, 0, 9, OTHERS)!r}, {letters(rng, 1, 3)!r})"


def others_between(rng):
    text = "".join(letter + letters(rng, 0, 3, OTHERS) for letter in letters(rng, 2, 9))
    return f"{either(rng)}({letters(rng, 0, 2, OTHERS) + text!r}, {letters(rng, 2, 4)!r})"


def ends_of_the_alphabet(rng):
    return f"{either(rng)}({letters(rng, 1, 10, 'aAzZyYbB')!r}, {letters(rng, 1, 4, 'aAzZbByY')!r})"


def capitals_in_the_key(rng):
    key = letters(rng, 1, 4)
    return f"[encipher({letters(rng, 1, 6)!r}, key) for key in {[key, key.lower(), key.upper()]!r}]"


def there_and_back(rng):
    text, key = text_of(rng), letters(rng, 1, 6)
    return rng.choice([f"decipher(encipher({text!r}, {key!r}), {key!r})", f"encipher(decipher({text!r}, {key!r}), {key!r})", f"encipher(encipher({text!r}, {key!r}), {key!r})"])


def hundreds(rng):
    return f"{either(rng)}({text_of(rng, 8) + 'x'!r} * {rng.randint(30, 90)}, {letters(rng, 1, 9)!r})"


def empty_key(rng):
    return f"{either(rng)}({text_of(rng, 4)!r}, '')"


def key_with_another_character(rng):
    key = letters(rng, 0, 4)
    at = rng.randint(0, len(key))
    return f"{either(rng)}({rng.choice(['', '!', text_of(rng, 5)])!r}, {key[:at] + rng.choice(OTHERS) + key[at:]!r})"


def shifts(rng):
    return f"shift_at({letters(rng, 1, 5)!r}, {rng.choice([0, rng.randint(0, 20), rng.randint(0, 300), rng.randint(10**4, 10**12)])})"


def shifts_in_turn(rng):
    return f"[shift_at({letters(rng, 1, 4)!r}, count) for count in range({rng.randint(0, 60)})]"


def shifts_of_no_key(rng):
    return f"shift_at({rng.choice(['', letters(rng, 0, 2) + rng.choice(OTHERS)])!r}, {rng.randint(0, 5)})"


STRATA = [only_letters, mixed, deciphers, one_letter_key, key_as_long_as_the_text, key_longer_than_the_text, passes_beyond_the_alphabet]
STRATA += [without_letters, others_between, ends_of_the_alphabet, capitals_in_the_key, there_and_back, hundreds, empty_key]
STRATA += [key_with_another_character, shifts, shifts_in_turn, shifts_of_no_key]
