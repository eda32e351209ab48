"""Trees grown in every order, whose keys go one by one or in copies, then asked for ranks, places and neighbours."""

TEXTS = ["", "a", "b", "B", "ab", "abc", "Z", "é", "10", "9", " "]


def call(keys, steps):
    return f"tree = SearchTree({keys!r})\n[getattr(tree, name)(*given) for name, *given in {steps!r}]"


def guarded(keys, steps):
    """Errors are caught, so that what they left behind is seen."""
    return (
        f"tree = SearchTree({keys!r})\n"
        "def attempt(name, *given):\n"
        "    try:\n"
        "        return getattr(tree, name)(*given)\n"
        "    except (KeyError, IndexError, ValueError) as error:\n"
        "        return type(error).__name__\n"
        f"[attempt(*step) for step in {steps!r}]"
    )


def numbers(rng, size, most):
    return [rng.randint(-most, most) for _ in range(rng.randint(1, size))]


def questions(rng, key, size):
    """What the tree says near a key, and how many copies it thinks there are."""
    near = key + rng.randint(-1, 1)
    asked = [("rank", near), ("rank", near, True), ("at", rng.randint(0, size)), ("below", near), ("count", near), ("items", near - 3, near + 3)]
    return [*rng.sample(asked, 3), ("rank", 10**9)]


def asked(rng):
    keys = numbers(rng, 9, rng.choice([3, 9, 50]))
    return guarded(keys, [step for _ in range(3) for step in questions(rng, rng.choice(keys), len(keys))])


def every_place(rng):
    keys = numbers(rng, 9, rng.choice([3, 20]))
    return guarded(keys, [("at", place) for place in range(-1, len(keys) + 1)])


def every_rank(rng):
    keys = numbers(rng, 8, 4)
    return call(keys, [("rank", key, *given) for key in range(-5, 6) for given in rng.choice([[()], [(), (True,)], [(True,)]])])


def every_neighbour(rng):
    keys = [2 * key for key in numbers(rng, 8, 5)]
    return call(keys, [("below", key) for key in range(-11, 12)])


def ranges(rng):
    keys = numbers(rng, 12, 8)
    edges = sorted(rng.choices([*keys, *range(-9, 10)], k=6))
    steps = [("items", edges[0], edges[-1]), ("items", edges[2], edges[3]), ("items", edges[1], edges[4])]
    return call(keys, [*steps, ("items", edges[2], edges[2]), ("items", edges[3], edges[1])])


def removed(rng):
    keys = numbers(rng, 12, rng.choice([4, 30]))
    steps = []
    for key in rng.sample(keys, rng.randint(1, len(keys))):
        steps += [("remove", key), *questions(rng, key, len(keys))]
    return guarded(keys, [*steps, ("items", -99, 99)])


def root_removed(rng):
    """The first key has others on both sides, of which the next larger one may lie deep."""
    keys = [0, -5, 40, 20, 60, 10, 5, *rng.sample(range(1, 60), rng.randint(1, 6))]
    keys += rng.choices(keys[1:], k=rng.randint(0, 6))
    steps = [("remove", key, 9) for key in rng.choice([[0], [0, 1], [40, 0], [40], [20, 0]]) if key in keys]
    for key in rng.sample(keys[1:], 3):
        steps += questions(rng, key, len(keys))
    return guarded(keys, [*steps, ("at", len(keys) - 3), ("items", -99, 99)])


def copies_removed(rng):
    keys = rng.choices([1, 2, 3, 4], k=rng.randint(4, 14))
    steps = []
    for _ in range(rng.randint(1, 6)):
        key = rng.choice(keys)
        steps += [("remove", key, rng.randint(1, 4)), ("count", key), ("rank", key, True)]
    return guarded(keys, [*steps, ("at", 0), ("at", 2), ("items", 0, 9)])


def all_removed(rng):
    keys = numbers(rng, 6, 3)
    gone = rng.sample(keys, len(keys))
    steps = [step for key in gone for step in (("remove", key), ("rank", 9))]
    return guarded(keys, [*steps, ("items", -9, 9), ("add", rng.randint(-9, 9), 2), ("items", -9, 10), ("at", 1)])


def copies_added(rng):
    steps = []
    for _ in range(rng.randint(1, 8)):
        key = rng.randint(-3, 3)
        steps += [("add", key, rng.randint(1, 4)), rng.choice([("count", key), ("rank", key, True), ("rank", 0), ("below", key)])]
    return call(numbers(rng, 3, 3), [*steps, ("at", rng.randint(0, 1)), ("items", -3, 4)])


def in_order(rng):
    """Trees that lean to one side."""
    size, step = rng.randint(3, 40), rng.choice([1, -1, 3])
    keys = [key * step for key in range(size)]
    gone = rng.sample(keys, 2)
    return guarded(keys, [("remove", gone[0]), ("remove", gone[1]), *[step for key in gone for step in questions(rng, key, size)]])


def to_and_fro(rng):
    keys, steps = numbers(rng, 6, 9), []
    for _ in range(rng.randint(5, 25)):
        key = rng.randint(-9, 9)
        steps.append(rng.choice([("add", key), ("add", key, 2), ("remove", key), ("remove", key, 2), ("rank", key), ("below", key)]))
    return guarded(keys, [*steps, ("rank", 99), ("at", 3), ("items", -99, 99)])


def long_history(rng):
    factor, keys = rng.randint(3, 90), rng.choice([37, 53])
    return (
        f"tree = SearchTree([n * n * {factor} % {keys} for n in range({rng.randint(60, 120)})])\n"
        f"for n in range(0, {keys}, {rng.randint(2, 4)}):\n    if tree.count(n): tree.remove(n, {rng.randint(1, 9)})\n"
        f"[tree.items(0, {keys}), [tree.rank(n) for n in range({keys})], [tree.at(n) for n in range(0, tree.rank(99), 3)]]"
    )


def absent(rng):
    keys = rng.choice([[], numbers(rng, 5, 5)])
    return call(keys, [("count", 7), ("remove", rng.choice([7, -7, *keys]), 9), ("remove", rng.choice([*keys, 8]))])


def no_such_place(rng):
    keys = rng.choice([[], numbers(rng, 5, 5)])
    return call(keys, [("at", rng.choice([-1, len(keys), len(keys) + 5, -len(keys), 0]))])


def refused_copies(rng):
    keys = numbers(rng, 4, 4)
    wrong = ("add", rng.choice([*keys, 9]), -rng.randint(0, 3))
    return rng.choice([call, guarded])(keys, [wrong, ("rank", 99), ("items", -9, 99), ("at", 0)])


def empty(rng):
    steps = [("count", 1), ("rank", 5), ("rank", 5, True), ("below", 0), ("items", -9, 9)]
    return call(rng.choice([(), []]), rng.sample(steps, rng.randint(1, 5)))


def texts(rng):
    keys = rng.choices(TEXTS, k=rng.randint(2, 9))
    key, other = rng.choice(keys), rng.choice(TEXTS)
    steps = [("rank", other), ("below", other), ("items", "", rng.choice(["b", "é", "~"])), ("remove", key), ("count", key)]
    return guarded(keys, [*steps, ("rank", "é", True), ("at", len(keys) - 2)])


def around_zero(rng):
    keys = rng.choices([-1, 0, 1], k=rng.randint(1, 6))
    return guarded(keys, [("below", 1), ("below", 0), ("rank", 0), ("rank", 0, True), ("remove", 0, 2), ("at", 0), ("items", -1, 1)])


def argument_unchanged(rng):
    keys = numbers(rng, 6, 5)
    return f"keys = {keys!r}\ntree = SearchTree(keys)\ntree.remove(keys[0])\ntree.add(99)\n[keys, tree.items(-9, 100)]"


def two_trees(rng):
    return (
        f"trees = [SearchTree(), SearchTree({numbers(rng, 3, 5)!r})]\n"
        f"for n, key in {[(rng.randint(0, 1), rng.randint(-5, 5)) for _ in range(rng.randint(1, 6))]!r}: trees[n].add(key)\n"
        "[tree.items(-9, 9) for tree in trees]"
    )


STRATA = [
    asked, every_place, every_rank, every_neighbour, ranges, removed, root_removed, copies_removed, all_removed,
    copies_added, in_order, to_and_fro, long_history, absent, no_such_place, refused_copies, empty, texts, around_zero,
    argument_unchanged, two_trees,
]
