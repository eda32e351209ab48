# A list of numerals for each decimal place; reads by looking up all that there are.
ONES = " I II III IV V VI VII VIII IX".split(" ")
TENS = " X XX XXX XL L LX LXX LXXX XC".split(" ")
HUNDREDS = " C CC CCC CD D DC DCC DCCC CM".split(" ")


def small(number):
    return "M" * (number // 1000) + HUNDREDS[number // 100 % 10] + TENS[number // 10 % 10] + ONES[number % 10]


def to_roman(number):
    if not 1 <= number <= 3999999:
        raise ValueError("there is no numeral for that")
    if number < 4000:
        return small(number)
    thousands, rest = divmod(number, 1000)
    return small(thousands) + "." + small(rest)


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
    return to_roman(sum(map(from_roman, texts), start=0))
