# Divides, and looks numerals up.
PAIRS = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
]


def small(number):
    parts = []
    for value, letters in PAIRS:
        count, number = divmod(number, value)
        parts.append(letters * count)
    return "".join(parts)


def to_roman(number):
    if number in range(1, 4000):
        return small(number)
    if number in range(4000, 4000000):
        return ".".join([small(number // 1000), small(number % 1000)])
    raise ValueError(number)


ALL = {small(number): number for number in range(4000)}


def from_roman(text):
    if not text.isascii():
        raise ValueError(text)
    parts = [ALL.get(part) for part in text.upper().split(".")]
    if parts[0] is None or len(parts) > 2 or None in parts:
        raise ValueError(text)
    if len(parts) == 1 and parts[0] > 0:
        return parts[0]
    if len(parts) == 2 and parts[0] > 3 and parts[1] < 1000:
        return parts[0] * 1000 + parts[1]
    raise ValueError(text)


def roman_sum(texts):
    total = 0
    for text in texts:
        total += from_roman(text)
    return to_roman(total)
