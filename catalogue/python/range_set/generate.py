"""Sets of few ranges that touch, overlap, contain each other or lie one integer apart, around zero and far from it."""


def written(pairs):
    return ",".join(str(low) if low == high else f"{low}..{high}" for low, high in pairs)


def ranges(rng, count, most=20, longest=5):
    pairs = []
    for _ in range(count):
        low = rng.randint(-most, most)
        pairs.append((low, low + rng.choice([0, 0, rng.randint(0, longest)])))
    return pairs


def apart(rng, count, gap=3, longest=4):
    """Ascending ranges with at least one integer between them."""
    pairs, low = [], rng.randint(-12, 3)
    for _ in range(count):
        high = low + rng.randint(0, longest)
        pairs.append((low, high))
        low = high + 2 + rng.randint(0, gap)
    return pairs


def call(pairs, steps):
    return (
        f"numbers = RangeSet({written(pairs)!r})\n"
        f"[getattr(numbers, name)(*given) for name, *given in {steps!r}] + [numbers.text()]"
    )


def near(rng, pairs):
    """A range whose ends lie at, just before or just after ends of others."""
    ends = [end + rng.randint(-2, 2) for pair in pairs for end in pair] or [rng.randint(-9, 9)]
    return tuple(sorted(rng.choices(ends, k=2)))


def read(rng):
    pairs = ranges(rng, rng.randint(1, 8), rng.choice([5, 20, 100]))
    return f"numbers = RangeSet({written(pairs)!r})\n[numbers.text(), numbers.size()]"


def read_touching(rng):
    pairs = apart(rng, rng.randint(2, 5), rng.choice([0, 1]))
    pairs += [(high + 1, high + 1) for _, high in pairs if rng.random() < 0.6]
    rng.shuffle(pairs)
    return f"RangeSet({written(pairs)!r}).{rng.choice(['text()', 'size()', 'within(-50, 50)'])}"


def added(rng):
    pairs = apart(rng, rng.randint(0, 4))
    return call(pairs, [("add", *near(rng, pairs)) for _ in range(rng.randint(1, 3))])


def added_just_beside(rng):
    pairs = apart(rng, rng.randint(1, 3), 2)
    low, high = rng.choice(pairs)
    first, last = rng.choice([(low - 1, low - 1), (low - 2, low - 2), (high + 1, high + 1), (high + 2, high + 2), (low - 3, low - 1), (high + 1, high + 4)])
    return call(pairs, [("add", first, last), ("size",)])


def added_over_all(rng):
    pairs = apart(rng, rng.randint(1, 5))
    low, high = pairs[0][0] - rng.randint(-1, 2), pairs[-1][1] + rng.randint(-1, 2)
    return call(pairs, [("add", min(low, high), max(low, high)), ("add", *rng.choice(pairs))])


def one_by_one(rng):
    numbers = rng.sample(range(-6, 7), rng.randint(2, 10))
    return call([], [("add", number, number) for number in numbers])


def removed(rng):
    pairs = apart(rng, rng.randint(1, 5), 3, 6)
    return call(pairs, [("remove", *near(rng, pairs)) for _ in range(rng.randint(1, 3))])


def removed_from_within(rng):
    low, high = rng.randint(-9, 9), rng.randint(10, 20)
    first = rng.randint(low, high)
    last = rng.choice([first, rng.randint(first, high), high])
    return call([(low, high), (high + 5, high + 6)], [("remove", first, last), ("size",), ("at", first - low)])


def removed_whole(rng):
    pairs = apart(rng, rng.randint(1, 4))
    first, last = rng.choice(pairs)
    return call(pairs, [("remove", first - rng.randint(-1, 1) if first < last else first, last), ("remove", -99, 99)])


def flipped(rng):
    pairs = apart(rng, rng.randint(0, 4), 3, 5)
    return call(pairs, [step for _ in range(rng.randint(1, 2)) for step in (("flip", *near(rng, pairs)), ("size",))])


def flipped_twice(rng):
    pairs = apart(rng, rng.randint(1, 4))
    part = near(rng, pairs)
    return call(pairs, [("flip", *part), ("text",), ("flip", *part)])


def shown(rng):
    pairs = apart(rng, rng.randint(0, 5))
    parts = [near(rng, pairs) for _ in range(rng.randint(1, 3))]
    return call(pairs, [(rng.choice(["within", "gaps"]), *part) for part in parts])


def gaps_at_the_ends(rng):
    pairs = apart(rng, rng.randint(1, 4))
    first, last = pairs[0][0] + rng.randint(-1, 1), pairs[-1][1] + rng.randint(-1, 1)
    part = (min(first, last), max(first, last))
    return call(pairs, [("gaps", *part), ("within", *part)])


def shown_at_one_integer(rng):
    pairs = apart(rng, rng.randint(1, 3))
    ends = [end + rng.randint(-1, 1) for pair in pairs for end in pair]
    return call(pairs, [step for end in ends for step in (("within", end, end), ("gaps", end, end))])


def every_place(rng):
    pairs = apart(rng, rng.randint(1, 4))
    size = sum(high - low + 1 for low, high in pairs)
    return f"numbers = RangeSet({written(pairs)!r})\n[numbers.at(index) for index in range({rng.choice([size, max(1, size - 3)])})]"


def no_such_place(rng):
    pairs = apart(rng, rng.randint(0, 3))
    size = sum(high - low + 1 for low, high in pairs)
    return call(pairs, [("at", rng.choice([-1, -size, size, size + 7, size - 1]))])


def refused(rng):
    pairs = apart(rng, rng.randint(0, 3))
    first = rng.randint(-9, 9)
    last = first - rng.randint(1, 4)
    return rng.choice([
        f"RangeSet({written([*pairs, (first, last)])!r})",
        call(pairs, [("add", first, last)]),
        f"numbers = RangeSet({written(pairs)!r})\ntry:\n    numbers.add({first}, {last})\nexcept ValueError:\n    numbers.add({first}, {first})\nnumbers.text()",
    ])


def around_zero(rng):
    pairs = rng.choice([[(0, 0)], [(-1, 0)], [(0, 1)], [(-1, -1)], [(-2, 2)], []])
    part = tuple(sorted(rng.choices([-2, -1, 0, 1, 2], k=2)))
    return call(pairs, [(rng.choice(["add", "remove", "flip", "within", "gaps"]), *part), ("size",)])


def huge(rng):
    start = rng.choice([-1, 1]) * 10**18
    pairs = [(start + low, start + high + 10**9 * rng.randint(0, 1)) for low, high in apart(rng, 2)]
    return call(pairs[:1], [("add", *pairs[1]), ("remove", start, start + 10**6), ("size",), ("at", rng.randint(0, 2)), ("gaps", start - 5, start + 10**7)])


def long_history(rng):
    names = ["add", "add", "remove", "flip", "within", "gaps"]
    return call([], [(rng.choice(names), *sorted(rng.choices(range(-30, 31), k=2))) for _ in range(rng.randint(12, 30))])


def read_again(rng):
    pairs = ranges(rng, rng.randint(0, 5), 9)
    return (
        f"numbers = RangeSet({written(pairs)!r})\nother = RangeSet(numbers.text())\n"
        f"other.flip(0, {rng.randint(0, 9)})\n[numbers.text(), other.text(), numbers.size(), other.size()]"
    )


def hundreds(rng):
    factor, most, length = rng.randint(3, 90), rng.choice([499, 997]), rng.randint(0, 3)
    return (
        f"numbers = RangeSet()\nadded = [numbers.add(n * n * {factor} % {most}, n * n * {factor} % {most} + n % {length + 1}) for n in range({rng.randint(60, 110)})]\n"
        f"numbers.{rng.choice(['flip', 'remove'])}({rng.randint(0, 200)}, {rng.randint(201, 500)})\n[added, numbers.text()]"
    )


STRATA = [
    read, read_touching, added, added_just_beside, added_over_all, one_by_one, removed, removed_from_within,
    removed_whole, flipped, flipped_twice, shown, gaps_at_the_ends, shown_at_one_integer, every_place, no_such_place,
    refused, around_zero, huge, long_history, read_again, hundreds,
]
