"""Payloads of every length and scheme, right codes in many ways of writing, and codes that are wrong by one digit."""

BETWEEN = "\t\n\r\u00a0\u2003\u2010\u2212_."
OTHERS = " -Xx.٣²\n+"


def digits(rng, count):
    return "".join(rng.choice("0123456789") for _ in range(count))


def book(rng):
    return rng.choice(["978", "979"]) + digits(rng, 9)


def card(rng):
    payload = digits(rng, rng.choice([11, 12, 13, 14, 15, 16, 17, 18]))
    return "4" + payload[1:] if len(payload) == 12 else payload


def payload_of(rng):
    return rng.choice([digits(rng, 9), book(rng), card(rng)])


def isbn10_digit(payload):
    return "0123456789X"[-sum((10 - at) * int(digit) for at, digit in enumerate(payload)) % 11]


def isbn13_digit(payload):
    return str(-sum(int(digit) * (1 + at % 2 * 2) for at, digit in enumerate(payload)) % 10)


def card_digit(payload):
    doubled = [int(digit) * (2 - at % 2) for at, digit in enumerate(payload[::-1])]
    return str(-sum(number - 9 * (number > 9) for number in doubled) % 10)


def code_of(payload):
    if len(payload) == 9:
        return payload + isbn10_digit(payload)
    if len(payload) == 12 and payload[:3] in ("978", "979"):
        return payload + isbn13_digit(payload)
    return payload + card_digit(payload)


def spaced(rng, code):
    return "".join(character + rng.choice(["", "", "", "-", " ", "- "]) for character in code)


def completes_ten(rng):
    return f"complete({digits(rng, 9)!r})"


def completes_thirteen(rng):
    return f"complete({book(rng)!r})"


def completes_cards(rng):
    return f"complete({card(rng)!r})"


def completes_cards_of_even_length(rng):
    return f"complete({'5' + digits(rng, rng.choice([11, 13, 15, 17]))!r})"


def nearly_books(rng):
    return f"complete({rng.choice(['977', '970', '980', '987', '078', '97']) + digits(rng, 9)!r})"


def few_digits_often(rng):
    return f"complete({''.join(rng.choice('05948') for _ in range(rng.choice([9, 11, 12, 15, 16, 18])))!r})"


def no_payload(rng):
    length = rng.choice([0, 1, 7, 8, 10, 19, 20, rng.randint(21, 40)])
    return f"complete({digits(rng, length)!r})"


def payload_with_another_character(rng):
    payload = payload_of(rng)
    at = rng.randint(0, len(payload))
    return f"complete({payload[:at] + rng.choice(OTHERS) + payload[at + rng.randint(0, 1):]!r})"


def payload_of_nearly_the_length(rng):
    return f"complete({digits(rng, rng.choice([8, 10, 11, 18, 19, 19]))!r})"


def payload_in_groups(rng):
    """Only verify leaves out spaces and hyphens."""
    payload = payload_of(rng)
    at = rng.choice([0, len(payload), rng.randint(0, len(payload))])
    return f"complete({payload[:at] + rng.choice([' ', '-', ' ', '  ', '  ']) + payload[at:]!r})"


def code_with_another_character(rng):
    """Whitespace that is no space and dashes that are no hyphen."""
    code = code_of(payload_of(rng))
    at = rng.choice([0, len(code), rng.randint(0, len(code))])
    return f"verify({code[:at] + rng.choice(BETWEEN) + code[at:]!r})"


def recognises(rng):
    return f"verify({code_of(payload_of(rng))!r})"


def recognises_ten(rng):
    code = code_of(digits(rng, 9))
    return f"verify({rng.choice([code, code.lower(), spaced(rng, code)])!r})"


def ends_in_ten(rng):
    payloads = [digits(rng, 9) for _ in range(40)]
    payload = ([payload for payload in payloads if isbn10_digit(payload) == "X"] or ["080442957"])[0]
    return f"verify({spaced(rng, payload) + rng.choice(['X', 'x', 'x', '-x', ' x', 'X ', '0', '10', 'Xx'])!r})"


def written_with_spaces(rng):
    return f"verify({rng.choice(['', ' ', '-']) + spaced(rng, code_of(payload_of(rng)))!r})"


def one_digit_wrong(rng):
    code = code_of(payload_of(rng))
    at = rng.randint(0, len(code) - 1)
    return f"verify({code[:at] + rng.choice('0123456789') + code[at + 1:]!r})"


def neighbours_exchanged(rng):
    code = code_of(payload_of(rng))
    at = rng.randint(0, len(code) - 2)
    return f"verify({code[:at] + code[at + 1] + code[at] + code[at + 2:]!r})"


def book_checked_as_a_card(rng):
    payload = book(rng)
    return f"verify({payload + card_digit(payload)!r})"


def card_checked_as_a_book(rng):
    payload = rng.choice(["977", "980", "123"]) + digits(rng, 9)
    return f"verify({payload + rng.choice([isbn13_digit(payload), card_digit(payload)])!r})"


def x_in_another_place(rng):
    code = code_of(payload_of(rng))
    at = rng.randint(0, len(code) - 2)
    return f"verify({code[:at] + rng.choice('Xx') + code[at + 1:]!r})"


def x_after_another_payload(rng):
    return f"verify({rng.choice([book(rng), card(rng), digits(rng, 8)]) + rng.choice('Xx')!r})"


def no_code(rng):
    code = code_of(payload_of(rng))
    faults = ["", "-", " ", "X", digits(rng, rng.choice([1, 8, 9, 11, 20])), code + "0", "0" + code, code[:-1], code + chr(10), code.replace("0", "O"), code[:4] + "." + code[4:]]
    return f"verify({rng.choice(faults)!r})"


def all_zeros_and_nines(rng):
    return f"[verify({rng.choice('0123456789')!r} * count) for count in range({rng.randint(0, 12)}, {rng.randint(13, 21)})]"


def completes_and_verifies(rng):
    return f"[verify(complete(payload)) for payload in {[payload_of(rng) for _ in range(3)]!r}]"


def letter_added(rng):
    """A good code with an X, or another letter, too many."""
    code = code_of(payload_of(rng))
    at = rng.randint(0, len(code) - 1)
    return f"verify({code[:at] + rng.choice('XXxA') + code[at:]!r})"


def other_whitespace(rng):
    """A good code with whitespace that is no space, before, within or behind it."""
    code = spaced(rng, code_of(payload_of(rng)))
    at = rng.choice([0, len(code), rng.randint(0, len(code))])
    return f"verify({code[:at] + rng.choice(BETWEEN[:5]) + code[at:]!r})"


def digits_of_other_scripts(rng):
    """Digits of other scripts in place of the same digits."""
    code = code_of(payload_of(rng))
    use = rng.choice(["verify", "complete"])
    code = code if use == "verify" else code[:-1]
    chosen = [place for place, digit in enumerate(code) if digit != "X" and rng.random() < 0.3] or [0]
    zero = rng.choice([0x660, 0x966, 0xFF10])
    return f"{use}({''.join(chr(zero + int(digit)) if place in chosen else digit for place, digit in enumerate(code))!r})"


def nineteen_and_more(rng):
    """Too long by one or two for a card, though the check digit would be right."""
    payload = digits(rng, rng.choice([19, 19, 19, 20]))
    return rng.choice([f"verify({payload + card_digit(payload)!r})", f"complete({payload!r})"])


def ten_or_eleven_digits(rng):
    """Cards have payloads of 11 digits and more, and none of 10."""
    payload = digits(rng, rng.choice([10, 11, 11, 11]))
    return rng.choice([f"complete({payload!r})", f"verify({payload + card_digit(payload)!r})"])


STRATA = [letter_added, completes_ten, completes_thirteen, completes_cards, completes_cards_of_even_length, nearly_books, few_digits_often, no_payload]
STRATA += [payload_of_nearly_the_length, payload_in_groups, code_with_another_character, other_whitespace, digits_of_other_scripts, nineteen_and_more, ten_or_eleven_digits, payload_with_another_character, recognises, recognises_ten, ends_in_ten, written_with_spaces, one_digit_wrong, neighbours_exchanged]
STRATA += [book_checked_as_a_card, card_checked_as_a_book, x_in_another_place, x_after_another_payload, no_code, all_zeros_and_nines]
STRATA += [completes_and_verifies]
