"""Bracket strings of every length: balanced ones, balanced ones with one thing wrong, and any at all."""

PAIRS = ["()", "[]", "{}"]
BRACKETS = "()[]{}"
CLOSING = {"(": ")", "[": "]", "{": "}"}


def call(text):
    return f"valid_parentheses({text!r})"


def balanced(rng, pairs):
    """Any balanced text of so many pairs, built from the left."""
    text, still_open = [], []
    while pairs or still_open:
        if pairs and (not still_open or rng.random() < 0.5):
            still_open.append(rng.choice("([{"))
            text.append(still_open[-1])
            pairs -= 1
        else:
            text.append(CLOSING[still_open.pop()])
    return "".join(text)


def nest(rng, depth, kinds="([{"):
    opening = rng.choices(kinds, k=depth)
    return "".join(opening) + "".join(CLOSING[bracket] for bracket in reversed(opening))


def up_to_three(rng):
    return call("".join(rng.choices(BRACKETS, k=rng.randint(1, 3))))


def four(rng):
    return call("".join(rng.choices(BRACKETS, k=4)))


def six(rng):
    return call("".join(rng.choices(BRACKETS, k=6)))


def well_balanced(rng):
    return call(balanced(rng, rng.randint(1, 8)))


def pairs_side_by_side(rng):
    return call("".join(rng.choice(PAIRS) for _ in range(rng.randint(1, 8))))


def nested_only(rng):
    return call(nest(rng, rng.randint(1, 12)))


def nested_in_one_kind(rng):
    depth, kind = rng.randint(1, 40), rng.choice("([{")
    return call(nest(rng, depth, kind)[rng.choice([0, 0, 1]) :])


def deep(rng):
    text = nest(rng, rng.randint(20, 120))
    return call(rng.choice([text, text[1:], text[:-1], text + rng.choice(BRACKETS)]))


def deepest(rng):
    text = nest(rng, rng.randint(130, 220), rng.choice(["([{", "(", "[{"]))
    return call(rng.choice([text, text, text, text[:-1], text[1:]]))


def deeper_than_a_byte_counts(rng):
    depth, kinds = rng.randint(258, 330), rng.choice(["([{", "([{", "[{"])
    opening = [rng.choice(kinds)] + rng.choices(kinds, k=depth)
    closing = [CLOSING[bracket] for bracket in reversed(opening)]
    if rng.random() < 0.4:
        closing[-1] = rng.choice([bracket for bracket in ")]}" if bracket != closing[-1]])
    return call("".join(opening + closing))


def long(rng):
    text = balanced(rng, rng.choice([rng.randint(40, 120), rng.randint(260, 320)]))
    place = rng.randrange(len(text))
    return call(rng.choice([text, text, text[:place] + text[place + 1 :]]))


def one_added(rng):
    text = balanced(rng, rng.randint(1, 7))
    place = rng.randint(0, len(text))
    return call(text[:place] + rng.choice(BRACKETS) + text[place:])


def one_left_out(rng):
    text = balanced(rng, rng.randint(1, 7))
    place = rng.randrange(len(text))
    return call(text[:place] + text[place + 1 :])


def one_replaced(rng):
    text = balanced(rng, rng.randint(1, 7))
    place = rng.randrange(len(text))
    return call(text[:place] + rng.choice(BRACKETS) + text[place + 1 :])


def two_exchanged(rng):
    text = list(balanced(rng, rng.randint(2, 7)))
    one, other = rng.sample(range(len(text)), 2)
    text[one], text[other] = text[other], text[one]
    return call("".join(text))


def neighbours_exchanged(rng):
    text = list(balanced(rng, rng.randint(2, 7)))
    place = rng.randrange(len(text) - 1)
    text[place : place + 2] = text[place + 1], text[place]
    return call("".join(text))


def crossing(rng):
    """As many of each kind as it takes, every bracket closed by a later one, but two pairs cross."""
    one, other = rng.sample("([{", 2)
    inside = [balanced(rng, rng.randint(0, 2)) for _ in range(3)]
    text = one + inside[0] + other + inside[1] + CLOSING[one] + inside[2] + CLOSING[other]
    around = rng.choice("([{")
    return call(rng.choice([text, around + text + CLOSING[around], text + balanced(rng, 1), balanced(rng, 1) + text]))


def right_in_number_only(rng):
    text = list(balanced(rng, rng.randint(2, 5)))
    rng.shuffle(text)
    return call("".join(text))


def closed_by_another_kind(rng):
    text = list(balanced(rng, rng.randint(1, 6)))
    place = rng.choice([index for index, bracket in enumerate(text) if bracket in ")]}"])
    text[place] = rng.choice([bracket for bracket in ")]}" if bracket != text[place]])
    return call("".join(text))


def only_opening_or_closing(rng):
    return call("".join(rng.choices(rng.choice(["([{", ")]}"]), k=rng.randint(1, 9))))


def left_open_or_closed_at_an_end(rng):
    text = balanced(rng, rng.randint(0, 5))
    return call(rng.choice([text + rng.choice("([{"), rng.choice(")]}") + text, text[::-1]]))


def balanced_after_a_fault(rng):
    fault = rng.choice([")", "]", "}", ")(", "][", "}{", "(]", "[}", "{)", "([)]", "([())]", "[(])"])
    parts = [balanced(rng, rng.randint(0, 3)), fault, balanced(rng, rng.randint(0, 3))]
    return call("".join(parts))


def one_after_another(rng):
    texts = [balanced(rng, rng.randint(0, 3))[rng.choice([0, 0, 1]) :] for _ in range(rng.randint(2, 4))]
    return f"[valid_parentheses(text) for text in {texts!r}]"


STRATA = [
    up_to_three,
    four,
    six,
    well_balanced,
    pairs_side_by_side,
    nested_only,
    nested_in_one_kind,
    deep,
    deepest,
    deeper_than_a_byte_counts,
    long,
    one_added,
    one_left_out,
    one_replaced,
    two_exchanged,
    neighbours_exchanged,
    crossing,
    right_in_number_only,
    closed_by_another_kind,
    only_opening_or_closing,
    left_open_or_closed_at_an_end,
    balanced_after_a_fault,
    one_after_another,
]
