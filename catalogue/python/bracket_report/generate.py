"""Balanced texts with one bracket added, left out, replaced or moved, with quotations at every place, and texts of any characters."""

PAIRS = ["()", "[]", "{}"]
FILL = ["", "", "", "a", "x1", " ", ",", "<", ">", "'", "é", "\n", "\\"]


def balanced(rng, pairs, kinds=PAIRS):
    """A balanced text of so many pairs, pairs inside of one another or side by side."""
    text = ""
    for _ in range(pairs):
        opening, closing = rng.choice(kinds)
        choice = rng.randint(0, 3)
        if choice == 0:
            text += opening + closing
        elif choice == 1:
            text = opening + closing + text
        else:
            text = opening + text + closing
    return text


def filled(rng, text):
    return "".join(rng.choice(FILL) + character for character in text) + rng.choice(FILL)


def quoted(rng, text):
    at = rng.randint(0, len(text))
    return text[:at] + '"' + "".join(rng.choice("()[]{}ab") for _ in range(rng.randint(0, 4))) + '"' + text[at:]


def of_any(rng, characters, least, most):
    return "".join(rng.choice(characters) for _ in range(rng.randint(least, most)))


def either(rng, text):
    return f"{rng.choice(['report', 'report', 'repaired'])}({text!r})"


def well_balanced(rng):
    return either(rng, filled(rng, balanced(rng, rng.randint(1, 7))))


def depths(rng):
    return f"report({balanced(rng, rng.randint(0, 5)) + balanced(rng, rng.randint(0, 5))!r})"


def deep(rng):
    opening, closing = rng.choice(PAIRS)
    count = rng.choice([rng.randint(3, 30), rng.randint(250, 300)])
    return f"report({opening!r} * {count} + {closing!r} * {count + rng.choice([0, 0, -1, 1])})"


def one_added(rng):
    text = balanced(rng, rng.randint(1, 5))
    at = rng.randint(0, len(text))
    return either(rng, filled(rng, text[:at] + rng.choice("()[]{}") + text[at:]))


def one_left_out(rng):
    text = balanced(rng, rng.randint(1, 6))
    at = rng.randint(0, len(text) - 1)
    return either(rng, filled(rng, text[:at] + text[at + 1 :]))


def one_replaced(rng):
    text = balanced(rng, rng.randint(1, 6))
    at = rng.randint(0, len(text) - 1)
    return f"report({filled(rng, text[:at] + rng.choice('()[]{}') + text[at + 1:])!r})"


def neighbours_exchanged(rng):
    text = balanced(rng, rng.randint(2, 6))
    at = rng.randint(0, len(text) - 2)
    return f"report({text[:at] + text[at + 1] + text[at] + text[at + 2:]!r})"


def crossing(rng):
    one, other = rng.sample(PAIRS, 2)
    inside = [balanced(rng, rng.randint(0, 2)) for _ in range(4)]
    return either(rng, inside[0] + one[0] + inside[1] + other[0] + inside[2] + one[1] + other[1] + inside[3])


def closing_first(rng):
    return either(rng, filled(rng, balanced(rng, rng.randint(0, 3)) + rng.choice(")]}") + balanced(rng, rng.randint(0, 2))))


def left_open(rng):
    opened = "".join(rng.choice("([{") + balanced(rng, rng.randint(0, 1)) for _ in range(rng.randint(1, 6)))
    return either(rng, filled(rng, balanced(rng, rng.randint(0, 2)) + opened))


def repairs(rng):
    opened = "".join(rng.choice("([{") + balanced(rng, rng.randint(0, 2)) for _ in range(rng.randint(0, 6)))
    return f"repaired({filled(rng, opened)!r})"


def repairs_and_reports(rng):
    text = of_any(rng, "([{", 1, 6)
    return f"text = repaired({text!r})\n[text, report(text), repaired(text)]"


def two_errors(rng):
    return f"report({of_any(rng, '([{', 0, 3) + rng.choice(')]}') + of_any(rng, '()[]{}', 0, 4) + rng.choice(['', '(', chr(34)])!r})"


def quotations(rng):
    return either(rng, quoted(rng, quoted(rng, filled(rng, balanced(rng, rng.randint(0, 4))))))


def quotation_without_end(rng):
    text = filled(rng, balanced(rng, rng.randint(0, 3)) + rng.choice(["", "", "(", "[{"]))
    at = rng.randint(0, len(text))
    return either(rng, text[:at] + '"' + text[at:])


def quotation_and_error(rng):
    return f"report({quoted(rng, of_any(rng, '()[]', 1, 4)) + rng.choice(['', ')', ']', chr(34)])!r})"


def short(rng):
    return f"report({of_any(rng, '()[]{}' + chr(34) + 'a', 0, 4)!r})"


def anything(rng):
    return either(rng, of_any(rng, "()[]{}" + '"' + "a ", 4, 14))


def without_brackets(rng):
    return either(rng, of_any(rng, "ab <>/'\\\n" + '"', 0, 8))


def hundreds(rng):
    piece = balanced(rng, rng.randint(1, 5))
    return f"report({piece!r} * {rng.randint(60, 200)} + {rng.choice(['', '(', ']', chr(34), '{[', '(]'])!r})"


def quoted_parts(rng, count):
    """Pieces and quotations in turn; a backslash takes nothing from the double quote after it."""
    parts = []
    for _ in range(count):
        parts.append(rng.choice(["", "a", "()", "[", "{}", "(", "'", "x\\"]))
        parts.append('"' + rng.choice(["", "(", ")", "][", "b}", "'", "\\", "c\\"]) + '"')
    return "".join(parts)


def several_quotations(rng):
    text = quoted_parts(rng, rng.randint(1, 4)) + rng.choice(["", "", '"', '("', '")', ")", "]"])
    return f"report({text!r})"


def repairs_around_quotations(rng):
    text = quoted_parts(rng, rng.randint(1, 3)) + rng.choice(["", "", "(", "[{", '"', '"('])
    return f"repaired({text!r})"


STRATA = [several_quotations, repairs_around_quotations, well_balanced, depths, deep, one_added, one_left_out, one_replaced, neighbours_exchanged, crossing, closing_first, left_open]
STRATA += [repairs, repairs_and_reports, two_errors, quotations, quotation_without_end, quotation_and_error, short, anything]
STRATA += [without_brackets, hundreds]
