"""Polynomials in every notation, added, multiplied, substituted and derived, and texts that are none."""

TRY = "def tried(function, *given):\n    try: return function(*given)\n    except Exception as error: return type(error).__name__\n"
LETTERS = "xxyntz"
BAD = ["", " ", "+", "-", "x+", "x-", "2 x + - 3", "x--1", "++x", "x^", "x^-1", "x^a", "2*x", "x2", "xx", "xy", "x + y", "3x^2y", "2.5x", "X", "(x)", "x^2^3", "5 + a - b", "^2", "2^3", "é", "x^+2", "1x2", "+ + 1"]


def term(rng, letter, power=6, size=12):
    exponent = rng.choice([0, 1, 1, 2, rng.randint(0, power)])
    number = rng.choice(["", "1", str(rng.randint(0, size)), str(rng.randint(0, size))])
    if exponent == 0 and rng.random() < 0.8:
        return number or "1"
    return number + letter + rng.choice([f"^{exponent}", f"^{exponent}" if exponent != 1 else ""])


def polynomial(rng, letter=None, terms=5, **more):
    letter = letter or rng.choice(LETTERS)
    text = rng.choice(["", "", "-", "+", "- "]) + term(rng, letter, **more)
    for _ in range(rng.randint(0, terms - 1)):
        text += rng.choice([" + ", " - ", "+", "-", " +", "-  "]) + term(rng, letter, **more)
    return text


def simplified(rng):
    return f"add({polynomial(rng)!r}, '0')"


def added(rng):
    letter = rng.choice(LETTERS)
    return f"add({polynomial(rng, letter)!r}, {polynomial(rng, letter)!r})"


def added_to_nothing(rng):
    letter = rng.choice(LETTERS)
    size, power = rng.randint(1, 30), rng.randint(0, 5)
    one = f"{size}{letter}^{power} + {letter}"
    other = f"-{size}{letter}^{power} - {rng.choice([0, 1, 1, 2])}{letter}"
    return f"add({one!r}, {other!r})"


def like_terms(rng):
    letter, power = rng.choice(LETTERS), rng.randint(0, 3)
    return f"add({' + '.join(f'{rng.randint(0, 9)}{letter}^{power}' for _ in range(rng.randint(2, 5)))!r}, {'0' if rng.random() < 0.5 else f'-{rng.randint(1, 20)}{letter}^{power}'!r})"


def written_forms(rng):
    letter = rng.choice(LETTERS)
    forms = ["{}", "1{}", "{}^1", "{}^0", "0{}", "00{}", "01{}", "-{}", "-1{}^1", "{}^01", "+{}", "{}^00", "3{}^0", "7", "-7", "0", "-0", "007", "0{}^5"]
    return f"add({rng.choice(forms).format(letter)!r}, {rng.choice(forms).format(letter)!r})"


def spaces(rng):
    text = "".join(character + " " * rng.choice([0, 0, 1, 2]) for character in polynomial(rng))
    return f"derive({' ' * rng.randint(0, 2) + text!r}, 0)"


def multiplied(rng):
    letter = rng.choice(LETTERS)
    return f"multiply({polynomial(rng, letter, 4)!r}, {polynomial(rng, letter, 4)!r})"


def multiplied_by_a_number(rng):
    pair = [polynomial(rng), str(rng.choice([0, 1, -1, 2, -3, 10]))]
    rng.shuffle(pair)
    return f"multiply({pair[0]!r}, {pair[1]!r})"


def terms_that_cancel(rng):
    letter, size = rng.choice(LETTERS), rng.randint(1, 9)
    power = rng.choice(["", "^2", "^3"])
    return f"multiply('{letter}{power} + {size}', '{letter}{power} - {size}')"


def different_letters(rng):
    one, other = rng.sample("xynt", 2)
    return f"{rng.choice(['add', 'multiply'])}({rng.choice([polynomial(rng, one), one + '^0', '0' + one])!r}, {rng.choice([polynomial(rng, other) + ' + ' + other, '2' + other])!r})"


def numbers_only(rng):
    one, other = (rng.choice(["", "-"]) + str(rng.randint(0, 99)) for _ in range(2))
    return rng.choice([f"add({one!r}, {other!r})", f"multiply({one!r}, {other!r})", f"derive({one!r}, {rng.randint(0, 2)})", f"substitute({one!r}, {other!r})"])


def substituted(rng):
    return f"substitute({polynomial(rng, None, 3, power=3)!r}, {polynomial(rng, None, 3, power=2)!r})"


def substituted_by_a_number(rng):
    return f"substitute({polynomial(rng)!r}, {rng.choice(['0', '1', '-1', '2', '-3', '10', '-0', '+5'])!r})"


def substituted_by_one_term(rng):
    return f"substitute({polynomial(rng)!r}, {rng.choice(['y', '-y', '2n', 'x', 'x^2', '-3t^3', 'x^0', '0z'])!r})"


def substituted_in_gaps(rng):
    high, low = rng.randint(4, 8), rng.randint(0, 2)
    return f"substitute('x^{high} - {rng.randint(1, 9)}x^{low}', '{rng.choice(['x', 'y', 'n'])} {rng.choice('+-')} {rng.randint(1, 3)}')"


def derived(rng):
    return f"derive({polynomial(rng)!r}{rng.choice(['', '', ', 2', ', 3', ', 0'])})"


def derived_away(rng):
    return f"derive({polynomial(rng, power=4)!r}, {rng.randint(4, 9)})"


def derived_too_few_times(rng):
    return f"derive({polynomial(rng)!r}, {rng.randint(-3, 0)})"


def wrong(rng):
    bad = rng.choice([rng.choice(BAD), polynomial(rng) + rng.choice(["+", " -", "*2", "^", " + -1", "!", "."])])
    return rng.choice([f"add({bad!r}, '1')", f"add('1', {bad!r})", f"derive({bad!r})", f"multiply({bad!r}, '2')", f"substitute({bad!r}, '1')", f"multiply('0', {bad!r})"])


def wrong_once_found(rng):
    return f"derive({rng.choice(BAD)!r})"


def huge(rng):
    letter = rng.choice(LETTERS)
    return rng.choice([f"multiply({polynomial(rng, letter, size=10**20)!r}, {polynomial(rng, letter, size=10**20)!r})", f"derive('{rng.randint(2, 9)}{letter}^{rng.randint(100, 10**6)}')", f"add('{letter}^{rng.randint(10, 999)}', '{letter}^{rng.randint(10, 999)}')"])


def hundreds(rng):
    sign = rng.choice(["+", "-"])
    return f"add('{sign}'.join(f'{{n * {rng.randint(2, 9)} % {rng.randint(5, 15)}}}x^{{n % {rng.randint(3, 60)}}}' for n in range({rng.randint(100, 200)})), '-x')"


def marks_that_do_not_belong(rng):
    """Polynomials with one character put in that no polynomial has, or that it has elsewhere."""
    texts = []
    for mark in rng.sample(["\t", "\n", "\u00a0", "X", "A", "\u00e9", "\u0663", "\u00b2", "*", ".", "_", "\r", "\u2212", "^", "\u2003", "=", "0"], 7):
        text = polynomial(rng, "x", 3)
        place = rng.choice([0, len(text), rng.randint(0, len(text))])
        texts.append(text[:place] + mark + text[place:])
    texts += [rng.choice(["3X", "X", "Y^2", "x\t", "\nx", "x +\t1"])]
    return f"{TRY}[tried({rng.choice(['derive, text', 'add, text, ' + repr('1'), 'multiply, ' + repr('1') + ', text'])}) for text in {texts!r}]"


def spaces_within_terms(rng):
    """Spaces also within numbers, before exponents and around their signs."""
    letter = rng.choice(LETTERS)
    texts = [f"{rng.randint(1, 9)} {rng.randint(0, 9)}{letter}", f"{letter}^{rng.randint(0, 1)} {rng.randint(0, 9)}", f"- {rng.randint(1, 9)} {letter} ^ 2 +1 1", f"{letter} ^{rng.randint(2, 9)}- 0 7", f" {rng.randint(10, 99)}  {rng.randint(0, 9)} "]
    return f"[derive(text, 0) for text in {rng.sample(texts, 4)!r}]"


def signs_in_a_row(rng):
    letter = rng.choice(LETTERS)
    texts = [form.format(letter) for form in ["{0}--1", "{0}+-1", "2 {0} + - 3", "++{0}", "--{0}", "-+{0}", "{0} - -1", "{0} + + 1", "+ + 1", "1--{0}", "{0}-+1", "- - {0}", "-{0}-1", "+{0}+1"]]
    return f"{TRY}[tried(derive, text) for text in {rng.sample(texts, 8)!r}]"


def which_variables_are_named(rng):
    """A variable counts even with exponent 0, coefficient 0 or where it cancels."""
    forms = ["x", "0x", "x^0", "0x^0", "x - x", "3x^2", "y", "0y", "y^0", "0y^3", "y^0 - y^0", "5y^0", "3", "0"]
    pairs = [(rng.choice(forms[:6]), rng.choice(forms[6:12])) for _ in range(3)] + [(rng.choice(forms[6:]), rng.choice(forms[:12])) for _ in range(4)]
    return f"{TRY}[tried({rng.choice(['add', 'multiply', 'substitute', 'add', 'multiply'])}, *pair) for pair in {pairs!r}]"


STRATA = [
    simplified, added, added_to_nothing, like_terms, written_forms, spaces, multiplied, multiplied_by_a_number, terms_that_cancel,
    different_letters, numbers_only, substituted, substituted_by_a_number, substituted_by_one_term, substituted_in_gaps, derived,
    derived_away, derived_too_few_times, wrong, wrong_once_found, huge, hundreds,
    marks_that_do_not_belong,
    spaces_within_terms, signs_in_a_row, which_variables_are_named,
]
