"""Texts with repeats near and far, lines right and wrong, lines in pieces, and shelves whose texts come and go."""


def some(rng, kinds, low, high):
    return "".join(rng.choice(kinds) for _ in range(rng.randint(low, high)))


def shrunk(text, window, *before):
    return f"shrink({', '.join(map(repr, [text, window, *before]))})"


def grown(line, window, *before):
    return f"grow({', '.join(map(repr, [line, window, *before]))})"


def repeats(rng):
    """Pieces that come again, with others between."""
    pieces = [some(rng, "abc", 1, 3), some(rng, "abcdefgh", 5, 9), some(rng, "xyz ", 6, 12)]
    return "".join(rng.choice(pieces) for _ in range(rng.randint(2, 6)))


def shrink_repeats(rng):
    return shrunk(repeats(rng), rng.choice([5, 9, 12, 20, 36, 99]))


def shrink_runs(rng):
    return shrunk("".join(rng.choice("ab<") * rng.randint(1, 14) for _ in range(rng.randint(1, 4))), rng.choice([1, 2, 9, 40]))


def shrink_periods(rng):
    part = some(rng, "abcd<", 1, 5)
    return shrunk(some(rng, "xa", 0, 2) + part * rng.randint(2, 6) + part[: rng.randint(0, len(part))] + some(rng, "xa", 0, 2), rng.choice([len(part), len(part) - 1 or 1, len(part) + 1, 50]))


def shrink_two_letters(rng):
    return shrunk(some(rng, "ab", 10, 50), rng.choice([3, 8, 20, 60]))


def shrink_without_repeats(rng):
    return shrunk(rng.choice(["", "a", "<", "abc", "abab", "aaaaa", "aaaaaa", "aaaaaaa", ">", ",", "<1,2>", "<<", "a<b<c", "é€é€é€é€é€", "\n\n\n\n\n\n\n\n", "0123456789"]), rng.choice([1, 2, 5, 99]))


def edges_of_what_pays(rng):
    """A copy of five characters costs five; of six it saves one."""
    part = some(rng, "abcdefghijk", 4, 7)
    return shrunk(part + some(rng, "xyz", 0, 4) + part + some(rng, "xyz", 0, 2), 30)


def shrink_signs(rng):
    """< costs two, so that copies of fewer characters pay."""
    part = some(rng, "<a<b>", 2, 5)
    return shrunk(part + some(rng, "xyz", 0, 3) + part + rng.choice(["", part]), 30)


def edges_of_the_window(rng):
    part, gap = some(rng, "abcdefgh", 6, 9), some(rng, "xyz-+", 0, 8)
    return shrunk(part + gap + part, len(part + gap) + rng.choice([-1, 0, 1]))


def edges_of_digits(rng):
    """Distances and lengths from 35 to 37, where a second digit begins, and from 9 to 11."""
    edge = rng.choice([10, 11, 35, 36, 37])
    way = rng.randint(0, 2)
    if way == 0:
        return shrunk("a" * (edge + rng.choice([0, 1])), 5)
    part = "qwertyuiop"[: rng.randint(5, 9)]
    gap = "".join(chr(0x100 + place) for place in range(edge - len(part)))
    return shrunk(part + gap + part, 99) if way == 1 else shrunk(gap + part + gap + part, 200)


def nearest_of_several(rng):
    part = some(rng, "abcdefgh", 7, 9)
    return shrunk(part + "1" + part[: rng.randint(4, len(part))] + "2" + part[: rng.randint(4, len(part))] + "3" + part, 99)


def one_copy_or_two(rng):
    one, two = some(rng, "abc", 6, 9), some(rng, "def", 6, 9)
    return shrunk(one + "+" + two + "-" + one[rng.randint(0, 2):] + two + rng.choice(["", one, two[:5]]), 60)


def copies_that_overlap(rng):
    """What could be copied first hides a longer copy behind it."""
    text = some(rng, "abcdefgh", 8, 12)
    cut = rng.randint(2, 4)
    return shrunk(text[: cut + 5] + "." + text[cut:] + "XYZ" + text[cut:] + "|" + text, 80)


def before_counts(rng):
    before = repeats(rng)
    start = rng.randint(0, len(before) - 1)
    return shrunk(before[start:] + some(rng, "abx", 0, 3) + before[: rng.randint(0, len(before))], rng.choice([3, 10, 30, 99]), before)


def edges_of_before(rng):
    before = some(rng, "abcdefg", 6, 10)
    return shrunk(rng.choice([before, before + before[:3], before[1:], before * 2]), len(before) + rng.choice([-1, 0, 1]), before)


def before_is_not_written(rng):
    return f"[{shrunk('', 5, 'abc')}, {shrunk(rng.choice(['abc', 'xaaaaaaa', 'aaaaaaaa']), rng.choice([1, 9]), rng.choice(['aaaaa', 'x', '', '<']))}, {grown('', 5, 'abc')}]"


def there_and_back(rng):
    text, before = repeats(rng) + some(rng, "<>,a", 0, 4), rng.choice(["", repeats(rng)])
    return f"text, before = {text!r}, {before!r}\n[[len(line), grow(line, window, before) == text] for window in {rng.sample([1, 2, 5, 9, 20, 99], 3)!r} for line in [shrink(text, window, before)]]"


def long_texts(rng):
    step, count = rng.choice([5, 7, 11]), rng.randint(36, 50)
    return f"text = ''.join('abcdef'[n * n // {step} % {rng.randint(2, 6)}] for n in range({count}))\n[shrink(text, {rng.choice([4, 10, 40])}), grow(shrink(text, 15), 15) == text]"


def line(rng, known):
    """A right line: pieces, and copies that reach no further than what is known."""
    parts, count = [], known
    for _ in range(rng.randint(1, 7)):
        kind = rng.choice(["plain", "plain", "sign", "copy", "copy"])
        if kind == "plain" or kind == "copy" and count == 0:
            parts.append(some(rng, "abcxyz0,>", 1, 4))
            count += len(parts[-1])
        elif kind == "sign":
            parts.append("<<")
            count += 1
        else:
            length = rng.choice([1, 2, 3, 5, 9, 12, 35])
            parts.append(f"<{number(rng.choice([1, count, rng.randint(1, count)]))},{number(length)}>")
            count += length
    return parts


def number(value):
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    return (number(value // 36) if value > 35 else "") + digits[value % 36]


def grow_lines(rng):
    return grown("".join(line(rng, 0)), 999)


def grow_with_before(rng):
    before = some(rng, "pqrst", 1, 9)
    return grown("".join(line(rng, len(before))), 999, before)


def grow_within_a_window(rng):
    """Some reach too far, by one or by more."""
    window = rng.randint(1, 6)
    return grown(some(rng, "abcdef", 1, 8) + f"<{number(window + rng.choice([-1, 0, 0, 1]) or 1)},{number(rng.randint(1, 9))}>" + rng.choice(["", "x", "<1,2>"]), window)


def edges_of_the_beginning(rng):
    text, before = some(rng, "abc", 0, 4), some(rng, "xyz", 0, 4)
    return grown(text + f"<{number(max(1, len(text + before) + rng.choice([-1, 0, 1])))},{rng.randint(1, 3)}>", 20, before)


def long_copies(rng):
    return f"text = {grown(some(rng, 'abc', 1, 3) + '<1,' + rng.choice(['z', '10', '11', '2s', '5k', '100']) + '>', 9)}\n[len(text), text[-3:]]"


def wrong_lines(rng):
    bad = rng.choice(["<", "<1", "<1,", "<1,2", "<1,2<", "<>", "<,>", "<1>", "<1,>", "<,1>", "<0,1>", "<1,0>", "<01,1>", "<1,01>", "<A,1>", "<1,B>", "<1,2,3>", "< 1,2>", "<1, 2>", "<-1,2>", "<1,-2>", "<1.5,2>", "<1<2>", "<1,2 >", "<+1,2>", "<1;2>", "<00,1>", "<1,٣>", "<é,1>", "<<<", "<<<<<", "<1,1>", "<<1,0>", "<00", "<1,,2>"])
    return grown(some(rng, "abcd", 1, 4) + bad + rng.choice(["", "", "x", ">", "<1,1>"]), 30)


FEED = (
    "def fed(pieces, *given):\n"
    "    out = []\n"
    "    try:\n"
    "        grower = Grower(*given)\n"
    "        for piece in pieces: out.append(grower.feed(piece))\n"
    "        out.append(grower.close())\n"
    "    except ValueError: out.append('ValueError')\n"
    "    return out\n"
)


def cut(rng, text):
    pieces = []
    while text:
        size = rng.choice([0, 1, 1, 2, 3, 5])
        pieces.append(text[:size])
        text = text[size:]
    return pieces


def feed_pieces(rng):
    before = rng.choice(["", "", "pqr"])
    return f"{FEED}fed({cut(rng, ''.join(line(rng, len(before))))!r}, 999, {before!r})"


def feed_single_characters(rng):
    return f"{FEED}fed({'ab' + ''.join(line(rng, 2))!r}, {rng.choice([99, 3, 30])})"


def feed_wrong_pieces(rng):
    bad = rng.choice(["<1,2", "<9,1>", "<0,1>", "<1,0>", "<01,2>", "<,2>", "<1,>", "<>", "<1>", "<1,2,3>", "<x!", "<1<", "<A", "< ", "<", "<1,-", "<1,2", "<zz,1>", "<1,1", "<<<", "<1\n", "<,,"])
    return f"{FEED}fed({cut(rng, some(rng, 'abc', 1, 3) + bad + rng.choice(['', 'x', 'yz>', '<1,1>']))!r}, {rng.choice([1, 2, 50])})"


def feed_far(rng):
    """What is out of the window is not known any more."""
    window = rng.randint(1, 4)
    pieces = ["abcd", f"<{rng.randint(1, 5)},{rng.randint(1, 9)}>", "efg", f"<{rng.randint(1, 5)},2>"]
    return f"{FEED}fed({pieces!r}, {window}, {rng.choice(['', 'vwxyz'])!r})"


def feed_nothing(rng):
    return f"{FEED}[fed([], {rng.choice([1, 5])}), fed([''] * {rng.randint(1, 3)}, 3, {rng.choice(['', 'x'])!r}), fed(['', '<', '', '<', ''], 1), fed(['<1', ',', '2>'], 2, 'ab')]"


def two_growers(rng):
    first, second = line(rng, 1), line(rng, 1)
    return f"one, two = Grower(99, 'u'), Grower(99, 'v')\n[[one.feed(first), two.feed(second)] for first, second in zip({first!r}, {second!r})]"


RUN = (
    "shelf, out = Shelf({window}), []\n"
    "for name, *given in {steps!r}:\n"
    "    try: out.append(getattr(shelf, name)(*given))\n"
    "    except KeyError: out.append('KeyError')\n"
    "    except ValueError: out.append('ValueError')\n"
    "[out, shelf.rows()]"
)


def history(window, steps):
    return RUN.format(window=window, steps=steps)


def relatives(rng, count):
    """Texts that have much in common, some of them equal."""
    text = some(rng, "abcdefgh", 10, 14)
    return [rng.choice([text, text[rng.randint(0, 4):], text[: rng.randint(6, 12)], text + some(rng, "xyz", 1, 3), some(rng, "xyz", 1, 3) + text, some(rng, "uvw", 3, 9), text[5:] + text[:5]]) for _ in range(count)]


def shelves(rng):
    texts = relatives(rng, rng.randint(2, 4))
    return history(rng.choice([8, 20, 60]), [("add", f"n{place}", text) for place, text in enumerate(texts)] + [("read", f"n{rng.randint(0, 4)}")])


def removals(rng):
    texts = relatives(rng, rng.randint(3, 4))
    steps = [("add", f"n{place}", text) for place, text in enumerate(texts)]
    return history(60, [*steps, ("remove", f"n{rng.choice([0, 0, 1, 2])}"), ("remove", f"n{rng.randint(0, 3)}"), ("add", "n0", texts[-1]), ("read", "n2"), ("read", "n1")])


def bases_that_are_equal(rng):
    text = some(rng, "abcdefgh", 8, 11)
    names = rng.sample(["x", "y", "z", "a"], 4)
    return history(40, [*(("add", name, text) for name in names), ("remove", rng.choice(names)), ("remove", rng.choice(names))])


def bases_of_bases(rng):
    texts = [some(rng, "abcdefgh", 7, 8)]
    for _ in range(3):
        texts.append(texts[-1] + some(rng, "stuvwxyz", 7, 8))
    steps = [("add", f"n{place}", text) for place, text in enumerate(texts)]
    return history(rng.choice([99, 15, 30]), [*steps, ("remove", f"n{rng.randint(0, 2)}"), *(("read", f"n{place}") for place in range(4))])


def bases_that_do_not_pay(rng):
    one, two = some(rng, "abcdef", 4, 7), some(rng, "uvwxyz", 4, 7)
    return history(40, [("add", "p", one), ("add", "q", two), ("add", "r", rng.choice([one, two, one[:4], one + two, two + one, "", one * 2])), ("remove", rng.choice(["p", "q"]))])


def names_on_shelves(rng):
    name = rng.choice(["", "a", "A", "None", "é"])
    return history(9, [("read", name), ("remove", name), ("add", name, "x"), ("add", name, "y"), ("add", rng.choice(["a", "b", ""]), ""), ("read", name), ("remove", name), ("remove", name), ("add", name, "z"), ("read", name)])


def empty_shelves(rng):
    return history(rng.choice([1, 5]), rng.choice([[], [("add", "a", ""), ("add", "b", "")], [("add", "a", "x"), ("remove", "a")], [("add", "a", "")]]))


def windows_of_shelves(rng):
    text = some(rng, "abcdefgh", 7, 9)
    return history(len(text) + rng.choice([-1, 0, 1, 3]), [("add", "a", text), ("add", "b", rng.choice([text, text + "x", "x" + text, text + text]))])


def bad_windows(rng):
    window = rng.choice([0, -1, 1, -9])
    return rng.choice([shrunk("aaa", window), shrunk("", window), grown("a", window), grown("", window, "x"), f"Grower({window}).feed('a')", f"Grower({window}, 'x').close()", f"Shelf({window}).rows()"])


def copies_in_every_form(rng):
    """Copies that are right but for one sign, in whole lines and character by character."""
    copies = ["<01,2>", "<2,02>", "<00,1>", "<A,2>", "<2,A>", "<2,1Z>", "<1,2,>", "<1,,2>", "<1,2,3>", "<,2>", "<2,>", "<,>", "<>", "<2>", "<0,2>", "<2,0>", "< 2,1>", "<2 ,1>", "<2,1 >", "<-1,2>", "<1.0,2>", "<²,1>", "<2;1>", "<1,2<", "<2,<", "<a,1>", "<2,a>", "<10,2>", "<2,10>", "<2,1>"]
    lines = [some(rng, "xyz", 2, 12) + copy + rng.choice(["", "q", ">", ">>"]) for copy in rng.sample(copies, 5)]
    return f"def tried(line):\n    try: return grow(line, 36)\n    except ValueError: return 'ValueError'\n[tried(line) for line in {lines!r}]"


def where_a_wrong_copy_is_seen(rng):
    """Pieces are fed until one of them is refused."""
    copy = rng.choice(["<01,2>", "<1,02>", "<1,2,3>", "<1,,2>", "<A,2>", "<1,2Z>", "<,,>", "<,1>", "<1,>", "<>", "<1>", "<9,1>", "<1 ,2>", "<1,2<", "<0,1>", "<1,0>", "<12,1", "<1,", "<1,2>", "<<1,2>"])
    pieces = [some(rng, "ab", 1, 3), *copy, rng.choice(["c", ">"])]
    return f"grower, out = Grower({rng.randint(1, 9)}), []\ntry:\n    for piece in {pieces!r}: out.append(grower.feed(piece))\n    out.append(grower.close())\nexcept ValueError: out.append('ValueError')\nout"


def where_two_copies_meet(rng):
    """A character between two copies may be in the one or in the other."""
    first, second = (some(rng, kinds, size, size) for kinds, size in (("abcdefg", rng.randint(6, 10)), ("hijklmn", rng.randint(6, 10))))
    shared = rng.randint(1, 3)
    whole = first + second
    return shrunk(first + some(rng, "xyz", 0, 2) + "-" + first[-shared:] + second + "=" + whole + some(rng, "xyz", 0, 2), rng.choice([99, 99, 40]))


def each_wrong_copy(rng):
    """All that a copy must not be, and what it may be, sign by sign."""
    copies = ["<01,2>", "<1,02>", "<A,2>", "<2,A>", "<1,2,3>", "<1,,2>", "<,1,2>", "<12,,>", "<a,1>", "<1,a>", "<2,1>", "<0,1>", "<1,0>"]
    rng.shuffle(copies)
    known = some(rng, "xyz", 10, 14)
    return f"{FEED}[fed({known!r} + copy + {rng.choice(['', 'q', '>'])!r}, 36) for copy in {copies!r}]"


def copies_of_equal_cost(rng):
    """A shorter copy and characters for themselves are as long as a longer copy and others."""
    first, second = "abcdefgh"[: rng.randint(6, 8)], "ijklmnop"[: rng.randint(6, 8)]
    texts = [first + second[:2] + "-" + first[-cut:] + second + "=" + first + second + tail for cut in (1, 2, 3) for tail in ("", first[:2])]
    return f"[shrink(text, 99) for text in {rng.sample(texts, 3)!r}]"


STRATA = [
    shrink_repeats, shrink_runs, shrink_periods, shrink_two_letters, shrink_without_repeats, edges_of_what_pays, shrink_signs, edges_of_the_window, edges_of_digits, nearest_of_several,
    one_copy_or_two, copies_that_overlap, before_counts, edges_of_before, before_is_not_written, there_and_back, long_texts, grow_lines, grow_with_before, grow_within_a_window,
    edges_of_the_beginning, long_copies, wrong_lines, feed_pieces, feed_single_characters, feed_wrong_pieces, feed_far, feed_nothing, two_growers, shelves, removals, bases_that_are_equal,
    bases_of_bases, bases_that_do_not_pay, names_on_shelves, empty_shelves, windows_of_shelves, bad_windows,
    copies_in_every_form, where_a_wrong_copy_is_seen, where_two_copies_meet,
    each_wrong_copy, copies_of_equal_cost,
]
