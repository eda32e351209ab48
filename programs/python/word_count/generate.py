"""Texts of few words that repeat, with every mark of punctuation at every place, every whitespace and both cases."""

WORDS = ["a", "i", "the", "cat", "dog", "tree", "don't", "it's", "well-known", "x2", "42", "über", "straße", "日本", "é", "мир", "ŝi", "ﬁn", "x²"]
PUNCTUATION = ".,;:!?'\"()-"
# These are no punctuation here, so they belong to the words.
OTHER_MARKS = "#_/*&$%@+=[]<>~^|\\`{}"
OTHER_MARKS += "“”‘’…–—·¿¡«»§€™、。"
# Marks that combine, joiners, and characters beyond 16 bits, with and without a small letter of their own.
EVERY_KIND = ["e\u0301", "\u0301", "x\u20dd", "\u0915\u093f", "🐍", "👩\u200d👧", "𝔘x", "𐐀B", "𠮷", "1\ufe0f\u20e3", "a\u00ad", "\ue000"]
SPACES = " \t\n\r\v\f"
SPACES_BEYOND = "\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2003\u2009\u2028\u2029\u202f\u205f\u3000"
# These look like nothing, and are no whitespace.
UNSEEN = "\u200b\u2060\ufeff\0\x1b"
# The small letter of these takes more than a look at the letter itself.
CAPITALS = ["ΟΔΟΣ", "ΣΑΣ", "Σ", "ΟΔΌΣ", "ΣΟΦΌΣ", "ΑΣ'Α", "İI", "ΆΣ-ΟΣ"]


def call(text):
    return f"word_count({text!r})"


def some_words(rng, most):
    few = rng.sample(WORDS, rng.randint(1, 4))
    words = [rng.choice(few) for _ in range(rng.randint(1, most))]
    return words if rng.random() < 0.6 else [in_any_case(rng, word) for word in words]


def in_any_case(rng, word):
    # The capital of ß is another word.
    return rng.choice([word, word, word.upper(), word.capitalize(), word.title()]) if "ß" not in word else word


def marks(rng, most):
    return "".join(rng.choices(PUNCTUATION, k=rng.randint(0, most)))


def spaced(rng, tokens):
    return "".join(token + rng.choice(SPACES) * rng.choice([1, 1, 1, 2]) for token in tokens)


def plain(rng):
    return call(" ".join(some_words(rng, 9)))


def cases(rng):
    word = rng.choice([word for word in WORDS if word.upper() != word and "ß" not in word])
    forms = [word, word.upper(), word.capitalize(), word[:-1] + word[-1].upper(), word.swapcase()]
    return call(" ".join([*rng.choices(forms, k=rng.randint(2, 6)), *some_words(rng, 3)]))


def any_whitespace(rng):
    return call(rng.choice(["", " ", "\n", "\t "]) + spaced(rng, some_words(rng, 7)))


def a_line_of_one_whitespace(rng):
    return call(rng.choice([*SPACES, "\r\n", "  "]).join(some_words(rng, 7)))


def characters_of_every_kind(rng):
    """Words that end or begin with what is neither a letter nor punctuation here, or that lies beyond 16 bits."""
    words = [rng.choice(EVERY_KIND) for _ in range(rng.randint(1, 3))]
    forms = [rng.choice(["{0}", "{0}{1}", "{1}{0}", "{1}{0}{1}"]).format(rng.choice(EVERY_KIND), rng.choice(words)) for _ in range(rng.randint(1, 4))]
    return call(" ".join(marks(rng, 1) + word + marks(rng, 1) for word in words + forms))


def whitespace_beyond_ascii(rng):
    space = rng.choice(SPACES_BEYOND)
    return call("".join(word + rng.choice([space, space, *SPACES_BEYOND, *UNSEEN]) for word in some_words(rng, 6)))


def small_letters_by_their_neighbours(rng):
    few = [rng.choice(CAPITALS[:2]), *rng.choices(CAPITALS, k=rng.randint(1, 3))]
    words = [rng.choice([word, word, word.lower()]) for word in few]
    return call(" ".join(marks(rng, 1) + word + marks(rng, 1) for word in words))


def only_whitespace(rng):
    return call("".join(rng.choices(SPACES, k=rng.randint(1, 4))))


def mark_before(rng):
    return call(" ".join(rng.choice(["", rng.choice(PUNCTUATION)]) + word for word in some_words(rng, 6)))


def mark_after(rng):
    return call(" ".join(word + rng.choice(["", rng.choice(PUNCTUATION)]) for word in some_words(rng, 6)))


def each_mark_around_one_word(rng):
    word, mark = rng.choice(WORDS), rng.choice(PUNCTUATION)
    return call(rng.choice([f"{mark}{word} {word}{mark} {mark}{word}{mark}", f"{word}{mark}{word} {mark}{mark}{word}"]))


def runs_of_marks(rng):
    return call(" ".join(marks(rng, 4) + word + marks(rng, 4) for word in some_words(rng, 5)))


def marks_in_any_order(rng):
    """So many that no few rounds of taking one mark after the other get them all."""
    runs = ["".join(rng.sample(PUNCTUATION, len(PUNCTUATION))) for _ in range(rng.randint(1, 3))]
    runs += [PUNCTUATION, PUNCTUATION[::-1]]
    return call(" ".join(rng.choice([run + word, word + run, run + word + run]) for run, word in zip(runs, some_words(rng, 9))))


def only_marks(rng):
    return call(" ".join(marks(rng, 3) for _ in range(rng.randint(1, 6))))


def marks_among_words(rng):
    tokens = [rng.choice([word, marks(rng, 3)]) for word in some_words(rng, 8)]
    return call(" ".join(tokens))


def mark_within(rng):
    few = rng.sample(WORDS, 2)
    inside = [rng.choice(PUNCTUATION) * rng.choice([1, 1, 2]) for _ in range(rng.randint(1, 5))]
    tokens = [rng.choice(few) + mark + rng.choice(few) for mark in inside]
    return call(" ".join(rng.choice([token, in_any_case(rng, token), f"({token})"]) for token in tokens))


def mark_within_and_around(rng):
    tokens = [f"a{mark}b" for mark in rng.choices(PUNCTUATION, k=rng.randint(1, 6))]
    return call(" ".join(marks(rng, 2) + token + marks(rng, 2) for token in tokens))


def other_marks(rng):
    few = rng.choices(OTHER_MARKS, k=2)
    return call(" ".join(rng.choice(["", *few]) + word + rng.choice(["", *few]) for word in some_words(rng, 6)))


def other_marks_alone(rng):
    return call(" ".join(rng.choice(OTHER_MARKS) + marks(rng, 1) for _ in range(rng.randint(1, 5))))


def long_words(rng):
    words = [rng.choice(WORDS) * rng.randint(10, 90) for _ in range(rng.randint(1, 3))]
    return call(" ".join(marks(rng, 1) + rng.choice([word, word[:-1], word + "'s"]) + marks(rng, 1) for word in words))


def numbers(rng):
    tokens = ["3.14", "-5", "1,000", "007", "0", "2-3", "10%", "1st", "(7)", "0.", ".5"]
    return call(" ".join(rng.choice(tokens) for _ in range(rng.randint(1, 6))))


def everything(rng):
    return call(spaced(rng, [marks(rng, 2) + in_any_case(rng, word) + marks(rng, 2) for word in some_words(rng, 8)]))


def many(rng):
    few = rng.sample(WORDS, rng.randint(2, 6))
    tokens = rng.choices(few, k=rng.randint(30, 90))
    return call(" ".join(tokens) + rng.choice(PUNCTUATION))


def one_word_often(rng):
    word = rng.choice(WORDS)
    return f"word_count({in_any_case(rng, word) + rng.choice([' ', '. ', ', '])!r} * {rng.choice([rng.randint(1, 40), rng.randint(260, 320)])})"


def many_words_once(rng):
    return call(" ".join(f"w{number}" for number in rng.sample(range(200), rng.randint(10, 60))))


def hundreds(rng):
    word = rng.choice(["w{n * %d %% %d}", "W{n * %d %% %d}.", "({n * %d %% %d})"])
    words = word % (rng.choice([7, 11, 37]), rng.randint(20, 200))
    return f'word_count(" ".join(f"{words}" for n in range({rng.randint(260, 400)})))'


def one_after_another(rng):
    texts = [" ".join(some_words(rng, 3)) for _ in range(rng.randint(2, 3))]
    return f"[word_count(text) for text in {texts!r}]"


STRATA = [
    plain,
    cases,
    any_whitespace,
    a_line_of_one_whitespace,
    characters_of_every_kind,
    whitespace_beyond_ascii,
    small_letters_by_their_neighbours,
    only_whitespace,
    mark_before,
    mark_after,
    each_mark_around_one_word,
    runs_of_marks,
    marks_in_any_order,
    only_marks,
    marks_among_words,
    mark_within,
    mark_within_and_around,
    other_marks,
    other_marks_alone,
    long_words,
    numbers,
    everything,
    many,
    one_word_often,
    many_words_once,
    hundreds,
    one_after_another,
]
