"""Numbers of at least 1 in 36 digits."""

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def written(number):
    text = ""
    while number:
        number, digit = divmod(number, 36)
        text = DIGITS[digit] + text
    return text


def number_of(text):
    if text == "" or text[0] == "0":
        raise ValueError(f"{text!r} is no number")
    number = 0
    for digit in text:
        number = number * 36 + DIGITS.index(digit)
    return number
