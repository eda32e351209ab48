# Digit by digit, read by a pattern.
import re


DIGITS = ["", "a", "aa", "aaa", "ab", "b", "ba", "baa", "baaa", "ac"]


def small(number):
    text = ""
    for digit, letters in zip(f"{number:04}", ["M??", "CDM", "XLC", "IVX"]):
        text += "".join(letters["abc".index(place)] for place in DIGITS[int(digit)])
    return text


def to_roman(number):
    if not 1 <= number <= 3999999:
        raise ValueError("there is no numeral for that")
    if number < 4000:
        return small(number)
    thousands, rest = divmod(number, 1000)
    return small(thousands) + "." + small(rest)


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
    return to_roman(sum(map(from_roman, texts), start=0))
