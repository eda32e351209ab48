# Uses the full stop only from 5,000 on.
PAIRS = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
]


def small(number):
    text = ""
    for value, letters in PAIRS:
        while number >= value:
            text += letters
            number -= value
    return text


def to_roman(number):
    if not 1 <= number <= 3999999:
        raise ValueError("there is no numeral for that")
    if number < 5000:
        return small(number)
    thousands, rest = divmod(number, 1000)
    return small(thousands) + "." + small(rest)


VALUES = dict(zip("MDCLXVI", (1000, 500, 100, 50, 10, 5, 1)))


def from_roman(text):
    if not set(text) <= set("MDCLXVImdclxvi."):
        raise ValueError(text)
    total = 0
    for part in text.upper().split("."):
        total *= 1000
        for here, following in zip(part, part[1:] + " "):
            sign = -1 if VALUES[here] < VALUES.get(following, 0) else 1
            total += sign * VALUES[here]
    if total < 1 or total > 3999999 or to_roman(total) != text.upper():
        raise ValueError(text)
    return total


def roman_sum(texts):
    return to_roman(sum(from_roman(text) for text in texts))
