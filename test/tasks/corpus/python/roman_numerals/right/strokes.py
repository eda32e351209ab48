# Writes strokes and replaces five by one, then four by two.
import re


def small(number):
    text = "I" * number
    steps = [("I" * 5, "V"), ("VV", "X"), ("X" * 5, "L"), ("LL", "C"), ("C" * 5, "D"), ("DD", "M")]
    for many, one in steps:
        text = text.replace(many, one)
    # The largest come first, since what is replaced stands at the left.
    for long, short in [("DCCCC", "CM"), ("CCCC", "CD"), ("LXXXX", "XC"), ("XXXX", "XL"), ("VIIII", "IX"), ("IIII", "IV")]:
        text = text.replace(long, short)
    return text


def to_roman(number):
    if number in range(1, 4000):
        return small(number)
    if number in range(4000, 4000000):
        return ".".join([small(number // 1000), small(number % 1000)])
    raise ValueError(number)


HALF = "(M{0,3})(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})"


def value(half):
    letters = {"M": 1000, "D": 500, "C": 100, "L": 50, "X": 10, "V": 5, "I": 1}
    numbers = [letters[letter] for letter in half]
    return sum(-one if any(one < other for other in numbers[place + 1 : place + 2]) else one for place, one in enumerate(numbers))


def from_roman(text):
    if not text.isascii() or not re.fullmatch(rf"{HALF}(\.{HALF})?", text.upper()):
        raise ValueError(text)
    before, dot, after = text.upper().partition(".")
    if not dot:
        if not before:
            raise ValueError("the empty text")
        return value(before)
    if value(before) < 4 or value(after) > 999:
        raise ValueError(text)
    return 1000 * value(before) + value(after)


def roman_sum(texts):
    total = 0
    for text in texts:
        total += from_roman(text)
    return to_roman(total)
