# One pattern of letters for each decimal digit.
DIGITS = ["", "a", "aa", "aaa", "ab", "b", "ba", "baa", "baaa", "ac"]


def small(number):
    text = ""
    for digit, letters in zip(f"{number:04}", ["M??", "CDM", "XLC", "IVX"]):
        text += "".join(letters["abc".index(place)] for place in DIGITS[int(digit)])
    return text


def to_roman(number):
    if number in range(1, 4000):
        return small(number)
    if number in range(4000, 4000000):
        return ".".join([small(number // 1000), small(number % 1000)])
    raise ValueError(number)


def half(text):
    total, place = 0, 0
    for value, letters in [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
        (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]:
        while text.startswith(letters, place):
            total += value
            place += len(letters)
    return total


def from_roman(text):
    capitals = "".join(letter.upper() if "a" <= letter <= "z" else letter for letter in text)
    if capitals.count(".") > 1:
        raise ValueError("one full stop at most")
    left, dot, right = capitals.partition(".")
    number = half(left) * 1000 + half(right) if dot else half(left)
    if not 0 < number < 4000000 or to_roman(number) != capitals:
        raise ValueError("not a numeral")
    return number


def roman_sum(texts):
    total = 0
    for text in texts:
        total += from_roman(text)
    return to_roman(total)
