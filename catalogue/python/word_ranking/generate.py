"""Texts of few words that are often equally frequent, with hyphens and marks at every place, and words that are none."""

WORDS = ["a", "i", "an", "it", "to", "cat", "dog", "bee", "tree", "door", "house", "well-known", "up-to-date", "x-y", "zoo"]
BETWEEN = [" ", " ", " ", "  ", ", ", ". ", "\n", "\t", "/", "_", "1", "'", " - ", "--", "é", "日", "@", "[", "`", "{", "^"]


def in_any_case(rng, word):
    return rng.choice([word, word, word.upper(), word.title(), word[:-1] + word[-1].upper()])


def text_of(rng, count, words=WORDS, between=BETWEEN):
    few = rng.sample(words, min(len(words), rng.randint(1, 6)))
    return "".join(rng.choice(few) + rng.choice(between) for _ in range(count))


def size_of(rng):
    return rng.choice([0, 1, 1, 2, 2, 3, 4, 5, 9, 100])


def plain(rng):
    return f"ranking({text_of(rng, rng.randint(1, 12), WORDS, [' '])!r}, {size_of(rng)})"


def any_marks(rng):
    return f"ranking({text_of(rng, rng.randint(1, 10))!r}, {size_of(rng)})"


def cases(rng):
    text = " ".join(in_any_case(rng, word) for word in rng.choices(rng.sample(WORDS, 3), k=rng.randint(2, 9)))
    return f"ranking({text!r}, {size_of(rng)})"


def all_once(rng):
    return f"ranking({' '.join(rng.sample(WORDS, rng.randint(1, 9)))!r}, {size_of(rng)})"


def equally_frequent(rng):
    groups = [(rng.sample(WORDS, rng.randint(1, 4)), times) for times in (3, 2, 1)]
    words = [word for group, times in groups for word in group * times]
    rng.shuffle(words)
    return f"ranking({' '.join(words)!r}, {rng.randint(1, 9)})"


def shared_place_at_the_end(rng):
    words = [*["top"] * 3, *rng.sample(WORDS, rng.randint(2, 5)) * rng.randint(1, 2)]
    return f"ranking({' '.join(words)!r}, {rng.randint(1, 4)})"


def equally_long(rng):
    words = ["bca", "abc", "cab", "b-a", "a-z", "abd", "aab", "ba", "ab"]
    return f"ranking({' '.join(rng.choices(words, k=rng.randint(3, 12)))!r}, {rng.randint(1, 9)})"


def hyphens(rng):
    pieces = "".join(rng.choice(["a", "b", "ab", "-", "-", "--", " ", "c"]) for _ in range(rng.randint(2, 14)))
    return f"ranking({pieces!r}, 9)"


def hyphen_beside_another(rng):
    text = "".join(rng.choice(["up", "on", "x"]) + rng.choice(["-", "-1", "1-", "-é", " -", "- ", "_-", "'-", "-\n"]) for _ in range(rng.randint(1, 6)))
    return f"ranking({text + rng.choice(['', 'up', 'z'])!r}, 9)"


def short_words_left_out(rng):
    return f"ranking({text_of(rng, rng.randint(2, 12))!r}, {rng.randint(1, 5)}, {rng.choice([1, 2, 2, 3, 3, 4, 5, 10, 11])})"


def least_by_name(rng):
    return f"ranking({text_of(rng, rng.randint(1, 9))!r}, {size_of(rng)}, least={rng.choice([0, 1, 2, 3, 20])})"


def without_words(rng):
    return f"ranking({''.join(rng.choice([' ', '1', '-', '!', 'é', '_', '日', '@[`{']) for _ in range(rng.randint(0, 6)))!r}, {size_of(rng)})"


def nothing_wanted(rng):
    return f"ranking({text_of(rng, rng.randint(0, 6))!r}, 0)"


def size_below_zero(rng):
    return f"ranking({text_of(rng, rng.randint(0, 3))!r}, {-rng.randint(1, 9)})"


def letters_at_the_ends(rng):
    return f"ranking({''.join(rng.choice('aAzZ@[`{ -') for _ in range(rng.randint(3, 14)))!r}, {rng.randint(1, 9)})"


def hundreds(rng):
    step, words = rng.choice([7, 11, 13]), rng.randint(3, 24)
    return f'ranking(" ".join("abcdefghijklmnopqrstuvwxyz"[n * n // {step} % {words}] * (n % {rng.randint(1, 4)} + 1) for n in range({rng.randint(100, 400)})), {rng.randint(1, 30)})'


def counts(rng):
    text = text_of(rng, rng.randint(1, 10))
    return f"count_of({text!r}, {in_any_case(rng, rng.choice(WORDS))!r})"


def counts_what_is_there(rng):
    words = rng.choices(rng.sample(WORDS, 3), k=rng.randint(1, 9))
    return f"count_of({rng.choice([' ', ', ', '_']).join(in_any_case(rng, word) for word in words)!r}, {in_any_case(rng, words[0])!r})"


def counts_parts(rng):
    return f"count_of({rng.choice(['up-up up', 'up-to-date', 'upup up', 'up--up', 'Up-UP,up', '-up-', 'up-1', 'UP-up-up up'])!r}, {rng.choice(['up', 'UP', 'up-up', 'Up-Up', 'to', 'to-date', 'upup'])!r})"


def not_one_word(rng):
    fault = rng.choice(["", " ", "a b", "-a", "a-", "a--b", "a ", " a", "a1", "é", "a'b", "-", "a\n", "a_b", "12", "a-b-"])
    return f"count_of({text_of(rng, rng.randint(0, 3)) + fault!r}, {fault!r})"


STRATA = [plain, any_marks, cases, all_once, equally_frequent, shared_place_at_the_end, equally_long, hyphens, hyphen_beside_another]
STRATA += [short_words_left_out, least_by_name, without_words, nothing_wanted, size_below_zero, letters_at_the_ends, hundreds, counts]
STRATA += [counts_what_is_there, counts_parts, not_one_word]
