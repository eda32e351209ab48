# Recursion to write, int to read.
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def check(base):
    if base < 2 or base > 36:
        raise ValueError("a base lies from 2 to 36")


def plain(number, base):
    return (plain(number // base, base) if number >= base else "") + DIGITS[number % base]


def grouped(text):
    return text if len(text) <= 4 else grouped(text[:-4]) + "_" + text[-4:]


def to_base(number, base):
    if base not in range(2, 37):
        raise ValueError(base)
    text = grouped(plain(abs(number), base))
    return text if number >= 0 else "-" + text


def from_base(text, base):
    check(base)
    if not text.isascii() or any(character.isspace() for character in text) or text.endswith("_"):
        raise ValueError(text)
    bare = text[1:] if text[:1] in set("+-") else text
    # What int takes for a prefix, such as 0x in base 16, is none here, and digits above a base are refused by int.
    for character in bare:
        if not character.isalnum() and character != "_":
            raise ValueError(text)
        if character.isalnum() and int(character, 36) >= base:
            raise ValueError(text)
    if not bare or bare.startswith("_") or "__" in bare:
        raise ValueError(text)
    return (-1 if text.startswith("-") else 1) * int("0" + bare.replace("_", ""), base)


def convert(text, base, other_base):
    return to_base(from_base(text, base), other_base)
