"""Numbers of every size, numerals in either case, and texts that are wrong by one letter, one full stop or one space."""

UNITS = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
EDGES = [1, 2, 3, 4, 5, 8, 9, 10, 39, 40, 49, 50, 89, 90, 99, 100, 399, 400, 499, 500, 899, 900, 999, 1000, 1001, 3998, 3999, 4000, 4001]
OTHERS = " 1-Az\n_U"
EDGES += [4999, 5000, 9000, 9999, 10000, 39999, 40000, 400000, 900000, 999999, 1000000, 3999000, 3999998, 3999999]


def numeral(number):
    if number >= 4000:
        return numeral(number // 1000) + "." + numeral(number % 1000)
    written = ""
    for value, letters in UNITS:
        written += letters * (number // value)
        number %= value
    return written


def number_of(rng):
    return rng.choice([rng.randint(1, 99), rng.randint(1, 3999), rng.randint(4000, 99999), rng.randint(100000, 3999999), rng.choice(EDGES)])


def in_any_case(rng, text):
    return rng.choice([text, text.lower(), text.swapcase(), "".join(rng.choice([c, c.lower()]) for c in text)])


def small(rng):
    return f"to_roman({rng.randint(1, 200)})"


def up_to_the_full_stop(rng):
    return f"to_roman({rng.randint(1, 3999)})"


def beyond_the_full_stop(rng):
    return f"to_roman({rng.choice([rng.randint(4000, 9999), rng.randint(10000, 3999999)])})"


def edges(rng):
    return f"to_roman({rng.choice(EDGES)})"


def whole_thousands(rng):
    return f"to_roman({rng.randint(4, 3999)}000)"


def out_of_range(rng):
    return f"to_roman({rng.choice([0, -1, -rng.randint(2, 5000), 4000000, 4000001, rng.randint(4000000, 10**9), 10**rng.randint(7, 20)])})"


def reads(rng):
    return f"from_roman({in_any_case(rng, numeral(number_of(rng)))!r})"


def reads_and_writes(rng):
    return f"[from_roman(to_roman(number)) for number in {[number_of(rng) for _ in range(rng.randint(1, 4))]!r}]"


def letter_added(rng):
    text = numeral(number_of(rng))
    at = rng.randint(0, len(text))
    return f"from_roman({in_any_case(rng, text[:at] + rng.choice('MDCLXVI') + text[at:])!r})"


def letters_exchanged(rng):
    text = numeral(number_of(rng)) + rng.choice("IVX")
    at = rng.randint(0, len(text) - 2)
    return f"from_roman({text[:at] + text[at + 1] + text[at] + text[at + 2:]!r})"


def four_alike(rng):
    return f"from_roman({in_any_case(rng, rng.choice(['', 'X', 'MM', 'V.']) + rng.choice('MCXIVLD') * rng.randint(2, 5) + rng.choice(['', 'I', 'V']))!r})"


def wrong_subtraction(rng):
    return f"from_roman({rng.choice(['', 'M', 'C', 'V.']) + rng.choice(['IL', 'IC', 'IM', 'XD', 'XM', 'VX', 'LC', 'DM', 'IIV', 'IIX', 'XXC', 'IXI', 'IVI', 'CMC', 'XCX', 'VV', 'IXX'])!r})"


def full_stop_not_needed(rng):
    return f"from_roman({in_any_case(rng, numeral(rng.randint(1, 3)) + '.' + rng.choice(['', numeral(rng.randint(1, 999))]))!r})"


def full_stop_misplaced(rng):
    left, right = numeral(rng.randint(4, 3999)), numeral(rng.randint(1, 999))
    return f"from_roman({rng.choice(['.' + right, left + '..' + right, left + '.' + right + '.', '.' + left + '.' + right, left + '.M' + right, left + '.' + right + '.' + right, '.', left + ',' + right])!r})"


def other_characters(rng):
    text = numeral(number_of(rng))
    at = rng.choice([0, len(text), rng.randint(0, len(text))])
    return f"from_roman({text[:at] + rng.choice(OTHERS) + text[at:]!r})"


def letters_beyond_ascii(rng):
    """Letters that look like those of a numeral, or whose capital is one of them."""
    text = in_any_case(rng, numeral(rng.choice([number_of(rng), rng.randint(1, 9)])))
    other = {"I": "ı", "i": rng.choice("ıⅰ"), "X": "Ⅹ", "V": "Ｖ", "M": "М", "l": "ⅼ"}
    places = [place for place, letter in enumerate(text) if letter in other] or [0]
    at = rng.choice(places)
    return f"from_roman({text[:at] + other.get(text[at], 'ı') + text[at + 1:]!r})"


def no_text(rng):
    return rng.choice(['from_roman("")', 'from_roman(" ")', 'from_roman("0")', 'from_roman("N")', 'roman_sum([])', 'roman_sum([""])'])


def sums(rng):
    texts = [in_any_case(rng, numeral(number_of(rng))) for _ in range(rng.randint(1, 5))]
    return f"roman_sum({texts!r})"


def sums_near_the_edges(rng):
    edge = rng.choice([4000, 4000000])
    part = rng.randint(1, 3999)
    return f"roman_sum({[numeral(edge - part + rng.randint(-2, 1)), numeral(part)]!r})"


def sums_with_a_fault(rng):
    texts = [numeral(number_of(rng)), rng.choice(["IIX", "", "X ", "I.I", "IIII", "VX", "."])]
    return f"roman_sum({rng.choice([texts, texts[::-1]])!r})"


def first_and_last(rng):
    numbers = rng.choice([[1, 2, 3], [3999998, 3999999], [1], [3999999], [0], [4000000], [3999999, 4000000], [1, 0]])
    return rng.choice([f"[to_roman(number) for number in {numbers}]", f"[roman_sum([to_roman(number), 'I']) for number in {numbers}]"])


STRATA = [first_and_last, small, up_to_the_full_stop, beyond_the_full_stop, edges, whole_thousands, out_of_range, reads, reads_and_writes]
STRATA += [letter_added, letters_exchanged, four_alike, wrong_subtraction, full_stop_not_needed, full_stop_misplaced]
STRATA += [other_characters, letters_beyond_ascii, no_text, sums, sums_near_the_edges, sums_with_a_fault]
