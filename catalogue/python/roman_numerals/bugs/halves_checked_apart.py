NUMERALS = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")]
NUMERALS += [(50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
WORTH = {letters: value for value, letters in NUMERALS if len(letters) == 1}


def letters_of(number):
    written = ""
    for value, letters in NUMERALS:
        while number >= value:
            written += letters
            number -= value
    return written


def to_roman(number):
    if not 1 <= number <= 3_999_999:
        raise ValueError(f"{number} has no numeral")
    if number < 4000:
        return letters_of(number)
    return letters_of(number // 1000) + "." + letters_of(number % 1000)


def worth_of(numeral):
    total = 0
    previous = 0
    for letter in reversed(numeral):
        worth = WORTH.get(letter, 0)
        total += worth if worth >= previous else -worth
        previous = worth
    return total


def from_roman(text):
    capitals = text.upper()
    thousands, _, rest = capitals.rpartition(".")
    number = worth_of(thousands) * 1000 + worth_of(rest)
    if letters_of(worth_of(thousands)) != thousands or letters_of(worth_of(rest)) != rest or not text.isascii():
        raise ValueError(f"{text} is not how {number} is written")
    return number


def roman_sum(texts):
    return to_roman(sum(from_roman(text) for text in texts))
