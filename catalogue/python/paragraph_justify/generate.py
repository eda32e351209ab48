"""Texts of short, long and very long words in paragraphs, filled into lines of every width from 2 on."""

LETTERS = "abcdefghijklmnopqrstuvwxyzABC.,'-0123456789éß日"


def call(text, width):
    return f"justify_text({text!r}, {width})"


def word(rng, least, most):
    return "".join(rng.choices(LETTERS, k=rng.randint(least, most)))


def words(rng, count, least=1, most=7):
    return [word(rng, least, most) for _ in range(count)]


def few_words(rng):
    return call(" ".join(words(rng, rng.randint(1, 9))), rng.randint(7, 20))


def many_words(rng):
    return call(" ".join(words(rng, rng.randint(15, 60))), rng.randint(9, 40))


def wide_gaps(rng):
    """Lines whose spaces divide unevenly over several gaps."""
    return call(" ".join(words(rng, rng.randint(8, 25), 2, 5)), rng.randint(14, 23))


def two_words_a_line(rng):
    size = rng.randint(3, 6)
    return call(" ".join(words(rng, rng.randint(4, 10), size - 1, size)), 2 * size + rng.randint(0, 2))


def exact_fit(rng):
    size, count = rng.randint(1, 5), rng.randint(1, 4)
    width = size * count + count - 1 + rng.choice([0, 0, 1, -1])
    return call(" ".join(words(rng, count * rng.randint(1, 3), size, size)), max(2, width))


def words_at_the_width(rng):
    width = rng.randint(2, 9)
    sizes = [rng.choice([width - 1, width, width + 1, 1]) for _ in range(rng.randint(2, 8))]
    return call(" ".join(word(rng, size, size) for size in sizes), width)


def words_cut(rng):
    width = rng.randint(2, 8)
    return call(" ".join(words(rng, rng.randint(1, 5), 1, 3 * width)), width)


def cut_at_every_size(rng):
    width = rng.randint(2, 6)
    return f"[justify_text('ab' + 'x' * size + ' c d', {width}) for size in range({rng.randint(1, 4)}, {rng.randint(9, 20)})]"


def tail_shares_its_line(rng):
    width = rng.randint(5, 9)
    long = word(rng, width + 1, 2 * width)
    return call(" ".join([*words(rng, rng.randint(0, 3), 1, 3), long, *words(rng, rng.randint(1, 6), 1, 3)]), width)


def narrowest(rng):
    return call(" ".join(words(rng, rng.randint(1, 6), 1, 5)), rng.choice([2, 2, 3]))


def paragraphs(rng):
    parts = [" ".join(words(rng, rng.randint(1, 12), 1, 5)) for _ in range(rng.randint(2, 4))]
    between = rng.choice(["\n\n", "\n\n\n", "\n \n", "\n\t\n", "\n \n\n  \n"])
    return call(between.join(parts), rng.randint(6, 18))


def full_lines_in_each_paragraph(rng):
    """One, two or three lines that must be spread unevenly, then another paragraph of such."""
    size = rng.randint(2, 3)
    lines = [[*words(rng, 2, size, size), word(rng, size, size + 1)] for _ in range(rng.randint(2, 5))]
    parts = [" ".join(sum(lines[: rng.randint(2, 5)], [])) for _ in range(rng.randint(2, 3))]
    return call("\n\n".join(parts), 3 * size + rng.choice([3, 3, 5]))


def lines_joined(rng):
    return call("\n".join(" ".join(words(rng, rng.randint(1, 3), 1, 5)) for _ in range(rng.randint(2, 6))), rng.randint(8, 20))


def blank_around(rng):
    before, after = (rng.choice(["", "\n", " ", "\n\n", "\n \n\n", "\t"]) for _ in range(2))
    return call(before + " ".join(words(rng, rng.randint(1, 7))) + after, rng.randint(7, 15))


def spaces_within(rng):
    return call("".join(w + rng.choice([" ", "  ", "\t", " \t ", "\n", " \n "]) for w in words(rng, rng.randint(2, 9))), rng.randint(7, 18))


def nothing_at_all(rng):
    return call("".join(rng.choices(" \n\t", k=rng.randint(0, 5))), rng.randint(2, 60))


def wider_than_the_text(rng):
    return call(" ".join(words(rng, rng.randint(1, 6))), rng.randint(50, 300))


def too_narrow(rng):
    return call(rng.choice(["", "\n", " ".join(words(rng, rng.randint(1, 3)))]), rng.choice([1, 0, -1, -rng.randint(2, 99)]))


def every_width(rng):
    text = " ".join(words(rng, rng.randint(3, 9), 1, 6))
    return f"[justify_text({text!r}, width) for width in range({rng.randint(2, 4)}, {rng.randint(8, 25)})]"


def hundreds(rng):
    step, sizes = rng.choice([3, 5, 7]), rng.randint(4, 9)
    return f"justify_text(' '.join('w' * (n * {step} % {sizes} + 1) for n in range({rng.randint(150, 300)})), {rng.randint(10, 40)})"


def other_whitespace(rng):
    """What is neither space, tab nor newline belongs to words."""
    marks = ["\r", "\v", "\f", "\u00a0", "\u2003", "\x1c", "\x85", "\u2028"]
    parts = [rng.choice([word(rng, 1, 4), word(rng, 1, 3) + rng.choice(marks), rng.choice(marks), word(rng, 1, 2) + rng.choice(marks) + word(rng, 1, 2)]) for _ in range(rng.randint(3, 9))]
    return call("".join(part + rng.choice([" ", " ", "\t", "\n", "\n\n"]) for part in [*parts, "a" + rng.choice(marks) + "b"]), rng.randint(5, 14))


def one_word_lines(rng):
    """Lines of one word among lines that must be spread unevenly: they count as lines, too."""
    size = rng.randint(2, 4)
    width = 3 * size + 3
    lines = [rng.choice([[word(rng, width - 1, width)], [word(rng, size, size) for _ in range(3)]]) for _ in range(rng.randint(3, 6))]
    lines += [[word(rng, width, width)], [word(rng, size, size) for _ in range(3)], [word(rng, width - 2, width)]]
    return call(" ".join(sum(lines, [])), width)


STRATA = [
    few_words, many_words, wide_gaps, two_words_a_line, exact_fit, words_at_the_width, words_cut, cut_at_every_size,
    tail_shares_its_line, narrowest, paragraphs, full_lines_in_each_paragraph, lines_joined, blank_around, spaces_within, nothing_at_all,
    wider_than_the_text, too_narrow, every_width, hundreds,
    other_whitespace, one_word_lines,
]
