"""Spans around each unit, with zeros in every place, texts as format_span writes them and otherwise, and texts with one fault."""

UNITS = [("d", 86400), ("h", 3600), ("m", 60), ("s", 1)]


def span_of(rng):
    """Each amount is often 0, 1 or the largest."""
    days = rng.choice([0, 0, 1, 2, 9, 10, rng.randint(1, 400)])
    return rng.choice([1, 1, -1]) * (days * 86400 + rng.choice([0, 0, 1, 23, rng.randint(0, 23)]) * 3600 + rng.choice([0, 0, 1, 59, rng.randint(0, 59)]) * 60 + rng.choice([0, 0, 1, 59, rng.randint(0, 59)]))


def text_of(rng, least=1):
    """Units in order, some left out, with amounts of any size and zeros in front."""
    units = rng.sample(range(4), rng.randint(least, 4))
    pieces = [rng.choice(["", "", "0", "00"]) + str(rng.choice([0, 1, 9, 59, 60, 99, rng.randint(0, 5000)])) + "dhms"[at] for at in sorted(units)]
    return rng.choice(["", "", "-"]) + " ".join(pieces)


def writes(rng):
    return f"format_span({span_of(rng)})"


def below_a_minute(rng):
    return f"format_span({rng.randint(-60, 60)})"


def below_an_hour(rng):
    return f"format_span({rng.randint(60, 3600)})"


def below_a_day(rng):
    return f"format_span({rng.randint(3600, 86400)})"


def around_a_unit(rng):
    return f"format_span({rng.choice([1, -1]) * (rng.choice([60, 3600, 86400]) * rng.choice([1, 1, 2, 10, 24, 60]) + rng.randint(-1, 1))})"


def one_unit_only(rng):
    return f"format_span({rng.choice([1, 1, -1]) * rng.randint(1, 23) * rng.choice(UNITS)[1]})"


def two_units_apart(rng):
    one, other = rng.sample(UNITS, 2)
    return f"format_span({rng.choice([1, 1, -1]) * (rng.randint(1, 23) * one[1] + rng.randint(1, 23) * other[1])})"


def below_zero(rng):
    return f"format_span({-abs(span_of(rng)) - rng.randint(0, 1)})"


def many_days(rng):
    return f"format_span({rng.choice([1, -1]) * rng.choice([rng.randint(10**7, 10**9), 86400 * rng.randint(1, 10**12), rng.randint(10**15, 10**20)])})"


def reads_what_is_written(rng):
    return f"[parse_span(format_span(n)) for n in {[span_of(rng) for _ in range(rng.randint(1, 4))]!r}]"


def reads(rng):
    return f"parse_span({text_of(rng)!r})"


def reads_one_unit(rng):
    return f"parse_span({rng.choice(['', '-']) + str(rng.choice([0, 1, rng.randint(2, 10**6), 10**15])) + rng.choice('dhms')!r})"


def reads_zeros(rng):
    return f"parse_span({rng.choice(['', '-']) + ' '.join(rng.choice(['0', '00', '000']) + unit for unit in rng.choice(['s', 'd', 'hm', 'dhms', 'ms', 'ds']))!r})"


def other_order(rng):
    units = rng.choice(["sm", "mh", "hd", "dmh", "dsm", "shd", "hms" + "d", "mhs"])
    return f"parse_span({' '.join(str(rng.randint(0, 70)) + unit for unit in units)!r})"


def unit_twice(rng):
    units = rng.choice(["dd", "hh", "mm", "ss", "dhh", "hmm", "dmm", "hss", "dhdm", "mss"])
    return f"parse_span({' '.join(str(rng.randint(0, 70)) + unit for unit in units)!r})"


def spaces_misplaced(rng):
    text = text_of(rng)
    pieces = text.split(" ")
    faults = [" " + text, text + " ", "  ".join([*pieces, "5x"]), "\t".join(pieces) + "\n", "".join(pieces) + " ", text[:-1] + " " + text[-1], "- " + text, text + "\n"]
    return f"parse_span({rng.choice(faults)!r})"


def without_spaces(rng):
    return f"parse_span({str(rng.randint(1, 9)) + 'h' + rng.choice(['', '  ', ',', '-', '+', '_', ', ']) + str(rng.randint(10, 59)) + 'm'!r})"


def wrong_pieces(rng):
    fault = rng.choice(["", "-", "h", "5", "-5", "1.5h", "+1h", "1H", "5M", "1w", "1e3s", "1_0s", "٣s", "²s", "--1h", "0x1s", "1hh", "1h -5m", "-1h -5m", "5 m", "s5", "1h 5", "1h m", "1d, 2h", "1,000s"])
    return f"parse_span({rng.choice(['', '', '2d ']) + fault!r})"


def totals(rng):
    return f"total({[text_of(rng) for _ in range(rng.randint(1, 5))]!r})"


def totals_that_cancel(rng):
    text = text_of(rng).lstrip("-")
    return f"total({rng.sample([text, '-' + text, rng.choice(['1s', '-1s', '1m', '0s', '-1d'])], 3)!r})"


def totals_with_a_fault(rng):
    return f"total({rng.sample([text_of(rng), rng.choice(['', '5', '1s 1m', 'h', '1h  2m', '1m 2m'])], 2)!r})"


def nothing(rng):
    return rng.choice(["total([])", "format_span(0)", "parse_span('')", "parse_span(' ')", "parse_span('0')", "parse_span('-0s')", "total(['0s'])", "total(['-0s'])", "total([''])"])


OTHER_DIGITS = "\u0663\u096b\uff12\u00b2\u00bd."


def good_text(rng):
    letters = [letter for letter in "dhms" if rng.random() < 0.6] or ["m"]
    return " ".join(f"{rng.choice([0, 1, 5, 12, 60, 100])}{letter}" for letter in letters)


def capital_letters(rng):
    text = good_text(rng)
    at = rng.choice([place for place, letter in enumerate(text) if letter.isalpha()])
    return f"parse_span({rng.choice([text[:at] + text[at].upper() + text[at + 1:], text.upper()])!r})"


def signs_misplaced(rng):
    """More than one sign, a sign that is no minus, or one that stands later."""
    text = good_text(rng)
    later = text.replace(" ", rng.choice([" -", "-", " - ", " +"]))
    faults = ["+" + text, "+" + text, "--" + text, "- " + text, "-+" + text, "\u2212" + text, "-" + later, later, text + "-"]
    return f"parse_span({rng.choice(faults)!r})"


def digits_of_other_scripts(rng):
    text = good_text(rng)
    at = rng.choice([place for place, digit in enumerate(text) if digit.isdigit()])
    return f"parse_span({text[:at] + rng.choice(OTHER_DIGITS) + text[at + 1:]!r})"


def totals_of_nothing(rng):
    """Spans of which the first is below zero add up to nothing, which has no sign."""
    text = good_text(rng)
    rest = rng.choice([[text], [text], [text, "-0s"], ["0d", text], ["-" + text, text, text]])
    return f"total({['-' + text, *rest]!r})"


def minus_sign_later(rng):
    """One minus sign stands before the whole, and none within."""
    text = " ".join(f"{rng.randint(0, 70)}{letter}" for letter in rng.choice(["dh", "hm", "ms", "dhms", "hs"]))
    at = rng.choice([place for place, character in enumerate(text) if character == " "])
    return f"parse_span({rng.choice(['', '-']) + text[:at] + rng.choice([' -', ' - ', '-']) + text[at + 1:]!r})"


STRATA = [minus_sign_later, capital_letters, signs_misplaced, digits_of_other_scripts, writes, below_a_minute, below_an_hour, below_a_day, around_a_unit, one_unit_only, two_units_apart, below_zero, many_days]
STRATA += [reads_what_is_written, reads, reads_one_unit, reads_zeros, other_order, unit_twice, spaces_misplaced, without_spaces]
STRATA += [wrong_pieces, totals, totals_of_nothing, totals_that_cancel, totals_with_a_fault, nothing]
