# Puts underscores in by looking ahead; reads by int.
import re


DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def check(base):
    if base < 2 or base > 36:
        raise ValueError("a base lies from 2 to 36")


def to_base(number, base):
    check(base)
    rest, text = abs(number), ""
    while rest:
        text = (chr(48 + rest % base) if rest % base < 10 else chr(87 + rest % base)) + text
        rest //= base
    text = re.sub(r"(?<=.)(?=(?:.{4})+$)", "_", text or "0")
    return ("-" if number < 0 else "") + text


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
