"""Texts of runs of every length and character, packed texts as pack would write them and otherwise, and ones with a small fault."""

PLAIN = "ab Z.-\n\\é日٣²"
MARKED = "0123456789~"


def run(rng, characters, least=1, most=12):
    return rng.choice(characters) * rng.randint(least, most)


def text_of(rng, characters, runs, least=1, most=12):
    return "".join(run(rng, characters, least, most) for _ in range(rng.randint(*runs)))


def packed_piece(rng):
    character = rng.choice(PLAIN + MARKED)
    written = "~" + character if character in MARKED else character
    return rng.choice([written, written * rng.randint(1, 5), f"{rng.choice([3, 4, 9, 10, 11, 30, 103])}{written}"])


def packed_text(rng, most):
    return "".join(packed_piece(rng) for _ in range(rng.randint(0, most)))


def packs(rng):
    return f"pack({text_of(rng, PLAIN, (1, 6))!r})"


def short_runs(rng):
    return f"pack({text_of(rng, PLAIN + MARKED, (1, 8), 1, 4)!r})"


def marked_runs(rng):
    return f"pack({text_of(rng, MARKED, (1, 5), 1, 5)!r})"


def one_run(rng):
    return f"pack({rng.choice(PLAIN + MARKED)!r} * {rng.choice([0, 1, 2, 3, 4, 9, 10, 11, 99, 100, 101, rng.randint(200, 1500)])})"


def digits_that_look_like_counts(rng):
    return f"pack({text_of(rng, '013a~', (2, 7), 1, 3)!r})"


def there_and_back(rng):
    text = text_of(rng, PLAIN + MARKED, (0, 9), 1, 6)
    return f"[pack({text!r}), unpack(pack({text!r}))]"


def hundreds(rng):
    count = rng.randint(150, 400)
    return f'pack("".join({rng.choice(["ab~7", "aB", "112", "x~"])!r}[n * n % {rng.randint(2, 7)} % 2] * (n % {rng.randint(2, 6)}) for n in range({count})))'


def reads(rng):
    return f"unpack({packed_text(rng, 5)!r})"


def reads_other_ways_of_writing(rng):
    character = rng.choice(PLAIN)
    pieces = [rng.choice([character * rng.randint(1, 6), f"{rng.randint(3, 20)}{character}"]) for _ in range(rng.randint(2, 5))]
    return f"unpack({''.join(pieces)!r})"


def reads_a_large_count(rng):
    return f"unpack({str(rng.randint(100, 999)) + rng.choice(['a', '~~', '~0', '~5', 'é'])!r} + {packed_text(rng, 2)!r})"


def count_too_small(rng):
    count = rng.choice(["0", "1", "2", "00", "03", "03", "01", "010", "010", "004", "000", "0012"])
    return f"unpack({packed_text(rng, 2) + rng.choice(['', 'a', '~~']) + rng.choice(['', 'a', '~5']) + 'x' + count + rng.choice(['a', '~3', '~~', ''])!r})"


def count_that_begins_with_zero(rng):
    """Without the zeros the count would be right; a 0 that ends it, or has a tilde before it, is right."""
    zeros = rng.choice(["0", "0", "0", "00", "000"])
    count = rng.choice([zeros, zeros, zeros, zeros, "~0", ""]) + str(rng.choice([3, 4, 5, 9, 10, 12, 30, 100]))
    return f"unpack({rng.choice(['', 'x', packed_text(rng, 2) + 'x']) + count + rng.choice(['a', 'é', '~3', '~~', '~0']) + rng.choice(['', 'b', packed_text(rng, 1)])!r})"


def count_without_a_character(rng):
    return f"unpack({packed_text(rng, 3) + 'x' + str(rng.randint(3, 300)) + rng.choice(['', '', '~'])!r})"


def tilde_before_another(rng):
    return f"unpack({packed_text(rng, 2) + 'x' + rng.choice(['', '3', '12']) + '~' + rng.choice('aZ .-٣²é') + packed_text(rng, 1)!r})"


def tilde_at_the_end(rng):
    return f"unpack({packed_text(rng, 3) + rng.choice(['a~', '~', '~~~', '~7~', '4~'])!r})"


def saves(rng):
    return f"saved({text_of(rng, rng.choice([PLAIN, MARKED, PLAIN + MARKED]), (0, 6), 1, rng.choice([2, 3, 12]))!r})"


def one_after_another(rng):
    texts = [text_of(rng, "a~7", (0, 3), 1, 4) for _ in range(3)]
    return f"[pack(text) for text in {texts!r}]"


STRATA = [packs, short_runs, marked_runs, one_run, digits_that_look_like_counts, there_and_back, hundreds, reads]
STRATA += [reads_other_ways_of_writing, reads_a_large_count, count_too_small, count_that_begins_with_zero, count_without_a_character]
STRATA += [tilde_before_another, tilde_at_the_end, saves, one_after_another]
