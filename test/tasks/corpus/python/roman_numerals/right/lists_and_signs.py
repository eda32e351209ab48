# Lists of places, read by signs.
ONES = " I II III IV V VI VII VIII IX".split(" ")
TENS = " X XX XXX XL L LX LXX LXXX XC".split(" ")
HUNDREDS = " C CC CCC CD D DC DCC DCCC CM".split(" ")


def small(number):
    return "M" * (number // 1000) + HUNDREDS[number // 100 % 10] + TENS[number // 10 % 10] + ONES[number % 10]


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
    return to_roman(sum(map(from_roman, texts), start=0))
