# Strokes to write, the largest pairs to read.
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
    if not 1 <= number <= 3999999:
        raise ValueError("there is no numeral for that")
    if number < 4000:
        return small(number)
    thousands, rest = divmod(number, 1000)
    return small(thousands) + "." + small(rest)


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
    return to_roman(sum(from_roman(text) for text in texts))
