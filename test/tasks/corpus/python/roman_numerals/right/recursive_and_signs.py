# Recursive to write, signs to read.
PAIRS = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
]


def small(number):
    for value, letters in PAIRS:
        if number >= value:
            return letters + small(number - value)
    return ""


def to_roman(number):
    if number in range(1, 4000):
        return small(number)
    if number in range(4000, 4000000):
        return ".".join([small(number // 1000), small(number % 1000)])
    raise ValueError(number)


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
    total = 0
    for text in texts:
        total += from_roman(text)
    return to_roman(total)
