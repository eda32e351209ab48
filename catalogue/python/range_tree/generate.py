"""Histories of one list: changes over each other, ranges of every size, and what was kept."""


def history(values, steps, asked="tree.values()"):
    return f"tree, out = RangeTree({values}), []\nfor name, *given in {steps!r}:\n    try: out.append(getattr(tree, name)(*given))\n    except (IndexError, KeyError) as error: out.append('IndexError' if isinstance(error, IndexError) else 'KeyError')\n[out, {asked}]"


def numbers(rng, low, high, edge=9):
    return [rng.randint(-edge, edge) for _ in range(rng.randint(low, high))]


def span(rng, size):
    start, end = sorted([rng.randint(0, size), rng.randint(0, size)])
    return start, end


def change(rng, size):
    return (rng.choice(["add", "add", "fill"]), *span(rng, size), rng.choice([0, 1, -1, 2, 5, -7, 3]))


def asked(rng, size):
    name = rng.choice(["total", "least", "first_at_least", "first_below"])
    return (name, *span(rng, size), *([rng.randint(-8, 8)] if "first" in name else []))


def totals(rng):
    values = numbers(rng, 1, 12)
    return history(values, [("total", *span(rng, len(values))) for _ in range(5)])


def least_values(rng):
    values = [rng.choice([0, 1, 1, 2, -1]) for _ in range(rng.randint(1, 12))]
    return history(values, [("least", *span(rng, len(values))) for _ in range(5)])


def first_places(rng):
    values = numbers(rng, 1, 12)
    return history(values, [(rng.choice(["first_at_least", "first_below"]), *span(rng, len(values)), rng.choice(values) + rng.choice([-1, 0, 0, 1])) for _ in range(6)])


def one_addition(rng):
    values = numbers(rng, 1, 10)
    return history(values, [("add", *span(rng, len(values)), rng.randint(-5, 5)), *(asked(rng, len(values)) for _ in range(3))])


def one_filling(rng):
    values = numbers(rng, 1, 10)
    return history(values, [("fill", *span(rng, len(values)), rng.randint(-5, 5)), *(asked(rng, len(values)) for _ in range(3))])


def changes_then_questions(rng):
    values = numbers(rng, 3, 12)
    return history(values, [change(rng, len(values)) for _ in range(rng.randint(2, 6))] + [asked(rng, len(values)) for _ in range(4)])


def changes_between_questions(rng):
    values, steps = numbers(rng, 3, 12), []
    for _ in range(rng.randint(3, 7)):
        steps += [change(rng, len(values)), asked(rng, len(values))]
    return history(values, steps)


def fillings_over_additions(rng):
    size = rng.choice([4, 5, 7, 8])
    steps = [("add", 0, size, 3), ("fill", 0, size, 1), ("add", *span(rng, size), 2), ("fill", *span(rng, size), -4), ("add", 0, size, -1), ("fill", 0, size, 0)]
    return history([0] * size, [*(rng.choice(steps) for _ in range(rng.randint(2, 5))), ("total", *span(rng, size)), ("least", *span(rng, size)), ("first_below", *span(rng, size), 1)])


def additions_without_questions(rng):
    """Everything is changed, and only then parts are asked for."""
    values = numbers(rng, 4, 16)
    size = len(values)
    steps = [(rng.choice(["add", "fill"]), *rng.choice([(0, size), (0, size // 2), (size // 2, size), (1, size), (0, size - 1)]), rng.randint(-3, 3)) for _ in range(rng.randint(2, 6))]
    place = rng.randrange(size)
    return history(values, [*steps, ("total", place, place + 1), ("least", *span(rng, size)), ("first_at_least", *span(rng, size), 0)], "tree.total(0, 1)")


def single_values(rng):
    return history([rng.choice([0, -5, 7])], [rng.choice([("add", 0, 1, 2), ("fill", 0, 1, 0), ("total", 0, 1), ("least", 0, 1), ("first_below", 0, 1, rng.choice([0, 1, 3])), ("first_at_least", 0, 1, rng.choice([0, 2, 7])), ("add", 0, 0, 9), ("fill", 1, 1, 9), ("least", 1, 1), ("keep", "k"), ("back", "k")]) for _ in range(6)])


def empty_ranges(rng):
    values = numbers(rng, 1, 6)
    places = [0, len(values), rng.randint(0, len(values))]
    return history(values, [(name, place, place, *given) for place in rng.sample(places, 2) for name, *given in rng.sample([("add", 5), ("fill", 5), ("total",), ("least",), ("first_at_least", -99), ("first_below", 99)], 4)])


def whole_ranges(rng):
    values = numbers(rng, 2, 9)
    size = len(values)
    return history(values, [rng.choice([("add", 0, size, rng.randint(-3, 3)), ("fill", 0, size, 0), ("total", 0, size), ("least", 0, size), ("first_at_least", 0, size, max(values)), ("first_below", 0, size, min(values) + 1)]) for _ in range(5)])


def refused_ranges(rng):
    values = numbers(rng, 1, 5)
    size = len(values)
    bad = rng.choice([(-1, size), (0, size + 1), (size, size + 1), (1, 0), (size, 0), (-1, -1), (size + 1, size + 1), (-2, 1), (size, size - 1), (0, -1)])
    names = [("add", 5), ("fill", 5), ("total",), ("least",), ("first_at_least", 0), ("first_below", 0)]
    return history(values, [(name, *bad, *given) for name, *given in names])


def refused_lists(rng):
    return f"RangeTree({rng.choice(['[]', '[0]', 'list(range(0))', '[0, 0]'])}).values()"


def kept_values(rng):
    values, steps = numbers(rng, 1, 8), []
    for _ in range(rng.randint(4, 9)):
        steps.append(rng.choice([("keep", rng.choice("ab")), ("back", rng.choice("abc")), ("values",), change(rng, len(values)), change(rng, len(values))]))
    return history(values, steps)


def kept_more_than_once(rng):
    values = numbers(rng, 2, 6)
    size = len(values)
    steps = [("keep", "a"), change(rng, size), ("back", "a"), ("add", *span(rng, size), 1), *rng.choice([[], [("keep", "a")]]), ("fill", 0, size, 3), ("values",), ("back", "a"), ("add", 0, size, 1), ("back", "a"), asked(rng, size)]
    return history(values, steps)


def names_of_what_is_kept(rng):
    name = rng.choice(["", "a", "A", "0", "None"])
    return history([1, 2], [("back", name), ("keep", rng.choice([name, "a"])), ("fill", 0, 2, 8), ("back", name), ("values",), ("back", name.lower())])


def equal_least_values(rng):
    size = rng.randint(4, 12)
    steps = [("fill", *span(rng, size), rng.choice([0, 1])) for _ in range(2)] + [("add", *span(rng, size), rng.choice([-1, 1])) for _ in range(2)]
    return history([rng.choice([0, 1]) for _ in range(size)], [*steps, ("least", 0, size), *(("least", *span(rng, size)) for _ in range(3))])


def first_places_after_changes(rng):
    size = rng.randint(4, 12)
    steps = [change(rng, size) for _ in range(3)]
    return history([0] * size, [*steps, *((rng.choice(["first_at_least", "first_below"]), *span(rng, size), rng.choice([-7, -1, 0, 1, 2, 5, 6])) for _ in range(5))], "tree.total(0, 1)")


def edges_of_first_places(rng):
    """What is looked for stands just before, at the beginning, at the end or just behind the range."""
    size = rng.randint(3, 9)
    place = rng.randrange(size)
    values = [9 if at == place else 0 for at in range(size)]
    ranges = [(place, size), (place + 1, size), (0, place), (0, place + 1)]
    return history(values, [("first_at_least", *one, 9) for one in ranges] + [("add", 0, size, -4), ("first_below", place, size, -3), ("first_below", 0, place + 1, -4), ("first_at_least", 0, size, 5), ("first_at_least", 0, size, 6)])


def great_numbers(rng):
    edge = rng.choice([2**31, 2**53, 10**18])
    return history([edge, -edge, 0, edge - 1], [("add", 0, rng.randint(2, 4), edge), ("total", 0, 4), ("least", 0, 4), ("fill", 1, rng.randint(2, 3), -edge), ("total", 0, 4), ("first_at_least", 0, 4, edge), ("first_below", 0, 4, -edge)])


def long_lists(rng):
    size, step = rng.randint(50, 90), rng.choice([3, 7, 11])
    steps = [change(rng, size) for _ in range(rng.randint(3, 8))] + [asked(rng, size) for _ in range(4)]
    return history(f"[n * {step} % 23 for n in range({size})]", steps, "sum(tree.values())")


def many_changes(rng):
    size, one, two = rng.randint(10, 30), rng.choice([3, 5, 7]), rng.choice([2, 4, 9])
    return f"tree = RangeTree(list(range({size})))\nout = []\nfor n in range({rng.randint(14, 24)}):\n    start, end = sorted([n * {one} % {size}, n * {two} % {size} + 1])\n    (tree.fill if n % {rng.choice([3, 4])} == 0 else tree.add)(start, end, n % 7 - 3)\n    out.append(tree.least(start // 2, end))\n[out, tree.values()]"


def two_trees(rng):
    values = numbers(rng, 2, 5)
    return f"values = {values!r}\none, two = RangeTree(values), RangeTree(values)\none.keep('a')\none.fill(0, {rng.randint(1, len(values))}, {rng.randint(-9, 9)})\ntwo.add(0, 2, 1)\nspoilt = one.values()\nspoilt.clear()\none.back('a') if {rng.choice([True, False])} else None\n[values, one.values(), two.values()]"


STRATA = [
    totals, least_values, first_places, one_addition, one_filling, changes_then_questions, changes_between_questions, fillings_over_additions, additions_without_questions, single_values,
    empty_ranges, whole_ranges, refused_ranges, refused_lists, kept_values, kept_more_than_once, names_of_what_is_kept, equal_least_values, first_places_after_changes,
    edges_of_first_places, great_numbers, long_lists, many_changes, two_trees,
]
