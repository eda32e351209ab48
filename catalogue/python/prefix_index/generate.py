"""Indices of words that share beginnings, contain each other, go and come back, and differ by as little as a capital."""

LETTERS = ["ab", "abc", "aA", "xyz", "é-", "a b", "01"]
FAMILIES = [
    ["car", "card", "care", "cards", "cart", "cat", "ca"],
    ["in", "inn", "inner", "inns", "i", "into", "on"],
    ["star", "start", "starch", "stone", "stove", "st", "sun"],
    ["Tea", "tea", "TEA", "team", "teams", "te", "ten"],
]


def word(rng, letters, most):
    return "".join(rng.choices(letters, k=rng.randint(1, most)))


def call(words, steps):
    """Each word is a text, or a text with its weight."""
    pairs = [one if isinstance(one, tuple) else (one,) for one in words]
    return (
        f"index = PrefixIndex()\nfor pair in {pairs!r}: index.add(*pair)\n"
        f"[getattr(index, name)(*given) for name, *given in {steps!r}]"
    )


def guarded(words, steps):
    return (
        f"index = PrefixIndex()\nfor word in {words!r}: index.add(word)\n"
        "def attempt(name, *given):\n"
        "    try:\n"
        "        return getattr(index, name)(*given)\n"
        "    except (KeyError, ValueError) as error:\n"
        "        return type(error).__name__\n"
        f"[attempt(*step) for step in {steps!r}]"
    )


def some(rng):
    """Words that are alike, some of them twice."""
    if rng.random() < 0.5:
        return rng.choices(rng.choice(FAMILIES), k=rng.randint(1, 8))
    letters = rng.choice(LETTERS)
    return [word(rng, letters, 4) for _ in range(rng.randint(1, 8))]


def beginnings(words):
    return sorted({one[:length] for one in words for length in range(len(one) + 1)})


def counts(rng):
    words = some(rng)
    prefixes = rng.choices([*beginnings(words), words[0] + "a", "q"], k=rng.randint(1, 6))
    return call(words, [("count", prefix) for prefix in prefixes])


def suggestions(rng):
    words = some(rng)
    return call(words, [("suggest", rng.choice(beginnings(words))) for _ in range(rng.randint(1, 3))])


def weighed(rng):
    words = [(one, rng.randint(1, 4)) for one in some(rng)]
    return call(words, [("suggest", "", rng.randint(1, 9)), ("suggest", words[0][0][:1], 2)])


def level_weights(rng):
    """Length and then letters decide, of which capitals come first."""
    words = rng.choice(FAMILIES) if rng.random() < 0.5 else [word(rng, "aAbZz_9é", 2) for _ in range(7)]
    words = rng.sample(words, 7)
    weight = rng.randint(1, 9)
    return call([(one, weight) for one in words], [("suggest", "", rng.choice([7, 9, 4])), ("suggest", words[0][0])])


def limits(rng):
    words = some(rng)
    return call(words, [("suggest", rng.choice(["", words[0][:1]]), limit) for limit in (0, 1, len(words), 99, rng.randint(1, 5))])


def nothing_found(rng):
    words = rng.choice([[], some(rng)])
    prefix = rng.choice(["Q", words[0] + "x" if words else "", "q"])
    return call(words, [("suggest", prefix, rng.randint(0, 5)), ("count", prefix), ("split", prefix)])


def removed(rng):
    words = some(rng)
    gone = rng.sample(sorted(set(words)), rng.randint(1, len(set(words))))
    steps = []
    for one in gone:
        steps += [("remove", one), ("count", ""), ("count", one[:1]), ("suggest", "", 9)]
    return call(words, steps)


def one_within_the_other(rng):
    """A word and its beginnings, of which some go."""
    longest = rng.choice(["abcdef", "aaaaa", "inners"])
    words = [longest[:length] for length in rng.sample(range(1, len(longest) + 1), rng.randint(2, 5))]
    steps = [("remove", one) for one in rng.sample(words, rng.randint(1, len(words) - 1))]
    steps += [("count", longest[:length]) for length in range(len(longest) + 1)]
    return call(words, [*steps, ("suggest", "", 9), ("split", longest * 2)])


def came_back(rng):
    words = some(rng)
    one = rng.choice(words)
    return call(words, [("remove", one), ("add", one, rng.randint(1, 5)), ("count", one), ("suggest", one[:1]), ("short_form", one)])


def absent(rng):
    words = some(rng)
    other = rng.choice([words[0] + "x", words[0][:-1], "", words[0].swapcase(), word(rng, "abxyz", 3)])
    return call(words, [(rng.choice(["remove", "short_form"]), other)])


def refused(rng):
    """What cannot be done changes nothing."""
    words = some(rng)
    others = [words[0] + "x", words[0][:-1], "", rng.choice(words)]
    steps = []
    for _ in range(rng.randint(1, 4)):
        steps.append(rng.choice([("remove", rng.choice(others)), ("add", "", 1), ("add", rng.choice(others), -rng.randint(0, 2))]))
    return guarded(words, [*steps, ("count", ""), ("suggest", "", 9)])


def refused_at_once(rng):
    weight = rng.choice([0, -1, -rng.randint(2, 99)])
    return f"PrefixIndex().add({rng.choice([word(rng, 'abc', 4), ''])!r}, {rng.choice([weight, weight, 1])})"


def short_forms(rng):
    words = sorted(set(some(rng)))
    return call(words, [("short_form", one) for one in words])


def short_forms_later(rng):
    words = sorted(set(rng.sample(rng.choice(FAMILIES), rng.randint(2, 7))))
    gone = rng.sample(words, rng.randint(1, len(words) - 1))
    left = [one for one in words if one not in gone]
    return call(words, [*[("remove", one) for one in gone], *[("short_form", one) for one in left]])


def cut(rng):
    words = some(rng)
    text = "".join(rng.choice([rng.choice(words), rng.choice(beginnings(words)), "q"]) for _ in range(rng.randint(1, 6)))
    return call(words, [("split", text)])


def cut_with_regret(rng):
    """A long word begins and does not end, after a shorter one."""
    words = rng.choice([["a", "ab", "abcde"], ["a", "aaaa"], ["abcd", "b"], ["ab", "abab", "ababa"], ["b", "bcd"]])
    text = "".join(rng.choice(["abcd", "aaa", "ab", "aba", "abcde", "bc", "x"]) for _ in range(rng.randint(1, 5)))
    return call(words, [("split", text), ("remove", words[0]), ("split", text)])


def nothing_to_cut(rng):
    return call(rng.choice([[], some(rng)]), [("split", ""), ("split", rng.choice(["q", "qq", "-+-"]))])


def long_words(rng):
    """Words of dozens of characters, which begin or repeat one another."""
    part = word(rng, rng.choice(LETTERS), 3)
    words = [part * count for count in rng.sample(range(2, 20), rng.randint(1, 3))] + [part * 5 + "!", "?" + part * 7]
    rng.shuffle(words)
    return call(words, [("split", part * rng.randint(5, 40) + "!"), ("short_form", words[0]), ("count", part * 3), ("suggest", part)])


def heavy(rng):
    """Weights far above 1, brought together in one go and in many."""
    words = [(one, rng.choice([9, 10, 11, 100, rng.randint(1, 10**6), 10**12])) for one in some(rng)]
    one = rng.choice(words)[0]
    return call(words, [("suggest", one[:1], 9), ("remove", one), ("count", ""), ("suggest", "", 9)])


def two_indices(rng):
    steps = [(rng.randint(0, 1), one) for one in some(rng)]
    return (
        f"indices = [PrefixIndex(), PrefixIndex()]\nfor n, word in {steps!r}: indices[n].add(word)\n"
        "[(index.count(''), index.suggest('', 9)) for index in indices]"
    )


def hundreds(rng):
    return (
        f"index = PrefixIndex()\nfor n in range({rng.randint(150, 250)}): index.add(str(n * n * {rng.randint(3, 90)} % {rng.choice([97, 499])}))\n"
        f"[index.count({rng.choice(['1', '', '12', '4'])!r}), index.suggest({rng.choice(['', '2'])!r}, {rng.randint(3, 30)}), index.split('{rng.randint(10**9, 10**12)}')]"
    )


STRATA = [
    counts, suggestions, weighed, level_weights, limits, nothing_found, removed, one_within_the_other, came_back,
    absent, refused, refused_at_once, short_forms, short_forms_later, cut, cut_with_regret, nothing_to_cut,
    long_words, heavy, two_indices, hundreds,
]
