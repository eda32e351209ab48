"""Numbers of every size in every base, texts as they may be written, and texts with one fault."""

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
# The first, the sign of the kelvin, is a k once it is made small.
BEYOND_ASCII = "\u212a\u212aſİı१５１ａⅰ"
FOLDING = "\u212a\u212a\u017f"
OTHERS = " .,\n\t٣²é#"
BASES = [2, 3, 8, 10, 16, 35, 36]


def base_of(rng):
    return rng.choice([rng.choice(BASES), rng.randint(2, 36)])


def number_of(rng):
    return rng.choice([1, 1, -1]) * rng.choice([rng.randint(0, 40), rng.randint(0, 10**4), rng.randint(0, 10**9), rng.randint(0, 10**30)])


def digits_of(rng, base, least=1, most=12):
    return "".join(rng.choice(DIGITS[:base]) for _ in range(rng.randint(least, most)))


def written(rng, base):
    """Signs, capitals, underscores and zeros at the front, as from_base may be given them."""
    digits = [rng.choice([d, d.upper()]) for d in digits_of(rng, base)]
    body = "".join(d + rng.choice(["", "", "_"]) for d in digits[:-1]) + digits[-1]
    return rng.choice(["", "", "+", "-"]) + rng.choice(["", "", "0", "0_00"]) + body


def small(rng):
    return f"to_base({rng.randint(-40, 200)}, {base_of(rng)})"


def writes(rng):
    return f"to_base({number_of(rng)}, {base_of(rng)})"


def around_a_power(rng):
    base = base_of(rng)
    return f"to_base({rng.choice(['', '-'])}({base} ** {rng.randint(1, 17)} + {rng.randint(-1, 1)}), {base})"


def one_to_nine_digits(rng):
    base, length = base_of(rng), rng.randint(1, 9)
    return f"to_base({rng.randint(base ** (length - 1), base**length - 1) * rng.choice([1, -1])}, {base})"


def huge(rng):
    return f"to_base({rng.randint(2, 99)} ** {rng.randint(30, 120)}, {base_of(rng)})"


def zero(rng):
    base = rng.randint(2, 36)
    return rng.choice([f"to_base(0, {base})", f"from_base({rng.choice(['0', '-0', '+0', '0_0', '00', '-0_000'])!r}, {base})", f"convert('-0', {base}, {rng.randint(2, 36)})"])


def reads(rng):
    base = base_of(rng)
    return f"from_base({written(rng, base)!r}, {base})"


def reads_plain_digits(rng):
    base = base_of(rng)
    return f"from_base({digits_of(rng, base, 1, 30)!r}, {base})"


def there_and_back(rng):
    number, base = number_of(rng), base_of(rng)
    return f"[to_base({number}, {base}), from_base(to_base({number}, {base}), {base})]"


def digit_too_large(rng):
    base = rng.choice([2, 8, 9, 10, 11, 16, rng.randint(2, 35)])
    digits = digits_of(rng, base, 0, 5)
    at = rng.randint(0, len(digits))
    digit = rng.choice([DIGITS[base], DIGITS[base].upper(), rng.choice(DIGITS[base:])])
    return f"from_base({digits[:at] + digit + digits[at:]!r}, {base})"


def underscore_misplaced(rng):
    base = base_of(rng)
    left, right = digits_of(rng, base, 1, 5), digits_of(rng, base, 1, 5)
    faults = ["_" + left, left + "_", left + "__" + right, "-_" + left, "+_" + left, "_-" + left, "_", left + "_" + right + "_"]
    return f"from_base({rng.choice(faults)!r}, {base})"


def sign_misplaced(rng):
    base = base_of(rng)
    left, right = digits_of(rng, base, 1, 4), digits_of(rng, base, 1, 4)
    faults = ["", "-", "+", "--" + left, "+-" + left, "-+" + left, left + "-", left + "-" + right, left + "+" + right, "- " + left]
    return f"from_base({rng.choice(faults)!r}, {base})"


def other_characters(rng):
    base = base_of(rng)
    digits = digits_of(rng, base, 1, 5)
    at = rng.choice([0, len(digits), rng.randint(0, len(digits))])
    return f"from_base({digits[:at] + rng.choice(OTHERS) + digits[at:]!r}, {base})"


def letters_beyond_ascii(rng):
    """Digits of other scripts, and letters that are a digit's once they are made small or folded."""
    base = rng.choice([base_of(rng), 36, 30, 21])
    digits = digits_of(rng, base, 0, 4)
    at = rng.choice([0, len(digits), rng.randint(0, len(digits))])
    return f"from_base({digits[:at] + rng.choice(BEYOND_ASCII) + digits[at:]!r}, {base})"


def spaces_and_prefixes(rng):
    """What Python's own int would read."""
    base, prefix = rng.choice([(16, "0x"), (16, "0X"), (2, "0b"), (8, "0o"), (10, "")])
    digits = digits_of(rng, base, 1, 4)
    faults = [" " + digits, digits + " ", digits + "\n", "+ " + digits, "-" + prefix + digits]
    return f"from_base({rng.choice([prefix + digits, rng.choice(faults)])!r}, {base})"


def other_bases(rng):
    base = rng.choice([1, 0, -1, -2, -10, 37, 38, 100])
    return rng.choice([f"to_base({number_of(rng)}, {base})", f"from_base('1', {base})", f"from_base('', {base})", f"convert('1', {base}, 10)", f"convert('1', 10, {base})"])


def converts(rng):
    base = base_of(rng)
    return f"convert({written(rng, base)!r}, {base}, {base_of(rng)})"


def converts_to_the_same_base(rng):
    base = base_of(rng)
    return f"convert({written(rng, base)!r}, {base}, {base})"


def every_base(rng):
    number = number_of(rng)
    return f"[to_base({number}, base) for base in range({rng.randint(2, 10)}, 37, {rng.randint(3, 9)})]"


def smallest_bases_and_numbers(rng):
    """The least and the largest base there is, those just beyond, and numbers around zero."""
    base = rng.choice([1, 2, 36, 37])
    number = rng.choice([-1, 0, 1, -2, base])
    return rng.choice([f"to_base({number}, {base})", f"from_base('{rng.choice(['0', '1', '-1', '+0'])}', {base})", f"convert('1', {base}, {rng.choice([1, 2, 36, 37])})"])


def letters_that_fold(rng):
    """The sign of the kelvin becomes a k once it is made small, a long s becomes an S once it is made large."""
    base = rng.randint(30, 36)
    digits = digits_of(rng, base, 0, 3)
    at = rng.randint(0, len(digits))
    return f"from_base({digits[:at] + rng.choice(FOLDING) + digits[at:]!r}, {base})"


STRATA = [letters_that_fold, smallest_bases_and_numbers, small, writes, around_a_power, one_to_nine_digits, huge, zero, reads, reads_plain_digits, there_and_back, digit_too_large]
STRATA += [underscore_misplaced, sign_misplaced, other_characters, letters_beyond_ascii, spaces_and_prefixes, other_bases, converts, converts_to_the_same_base, every_base]
