"""Ascending lists from none to thousands of items, with a target at every kind of place in them and beside them."""


def ascending(rng, least, most, limit=None):
    size = rng.randint(least, most)
    limit = limit or rng.choice([size + 2, 60, 10**6])
    return sorted({rng.randint(-limit, limit) for _ in range(size)}) or [rng.randint(-limit, limit)]


def call(items, target):
    return f"binary_search({items!r}, {target!r})"


def nothing_to_search(rng):
    return call([], rng.randint(-3, 9))


def one_item(rng):
    item = rng.randint(-99, 99)
    return call([item], item + rng.choice([0, 0, -1, 1]))


def two_or_three_items(rng):
    items = ascending(rng, 2, 3, 9)
    return call(items, rng.randint(items[0] - 1, items[-1] + 1))


def anywhere(rng):
    items = ascending(rng, 4, 20)
    return call(items, rng.choice(items))


def first(rng):
    items = ascending(rng, 2, 20)
    return call(items, items[0])


def last(rng):
    items = ascending(rng, 2, 20)
    return call(items, items[-1])


def near_an_end(rng):
    items = ascending(rng, 3, 20)
    # Items that were drawn twice are one, so that few may be left.
    return call(items, items[rng.choice([1, -2]) % len(items)])


def near_the_middle(rng):
    items = ascending(rng, 5, 24)
    return call(items, items[(len(items) // 2 + rng.randint(-2, 1)) % len(items)])


def between_two(rng):
    items = ascending(rng, 2, 16)
    return call(items, rng.choice(items) + rng.choice([-1, 1]))


def beside_the_ends(rng):
    items = ascending(rng, 1, 16)
    return call(items, rng.choice([items[0] - rng.randint(1, 9), items[-1] + rng.randint(1, 9)]))


def around_zero(rng):
    items = ascending(rng, 1, 9, 5)
    return call(items, rng.choice([0, 0, -1, 1]))


def all_negative(rng):
    items = [item - 200 for item in ascending(rng, 1, 12, 90)]
    return call(items, rng.choice([rng.choice(items), -rng.choice(items), items[-1] + 1]))


def huge(rng):
    items = ascending(rng, 1, 8, 10**25)
    return call(items, rng.choice(items) + rng.choice([0, 0, 1]))


def beyond_any_float(rng):
    items = ascending(rng, 1, 6, rng.choice([10**309, 2**1025, 10**320]))
    return call(items, rng.choice(items) + rng.choice([0, 0, 1]))


def every_step_alike(rng):
    start, step = rng.randint(-90, 90), rng.choice([1, 1, 2, 3, 7])
    size = rng.randint(1, 300)
    target = start + step * rng.randint(-1, size) + rng.choice([0, 0, 0, 1])
    return f"binary_search(list(range({start}, {start + step * size}, {step})), {target})"


def thousands(rng):
    start, step, size = rng.randint(-90, 90), rng.choice([1, 2, 3]), rng.randint(1100, 9000)
    target = start + step * rng.choice([rng.randrange(size), rng.randrange(size), size - 1, size]) + rng.choice([0, 0, 0, 1])
    return f"binary_search(list(range({start}, {start + step * size}, {step})), {target})"


def large(rng):
    items = ascending(rng, 40, 90, 10**4)
    return call(items, rng.choice([rng.choice(items), rng.choice(items), rng.randint(-(10**4), 10**4)]))


def every_item_in_turn(rng):
    items = ascending(rng, 2, 12)
    return f"items = {items!r}\n[binary_search(items, item) for item in items]"


def every_gap_in_turn(rng):
    items = ascending(rng, 1, 6, 12)
    return f"items = {items!r}\n[binary_search(items, target) for target in range({items[0] - 1}, {items[-1] + 2})]"


def argument_unchanged(rng):
    items = ascending(rng, 1, 9)
    target = rng.choice([rng.choice(items), rng.choice(items) + 1, items[0] - 1, items[-1] + 1])
    return f"items = {items!r}\nplace = binary_search(items, {target!r})\n[place, items]"


STRATA = [
    nothing_to_search,
    one_item,
    two_or_three_items,
    anywhere,
    first,
    last,
    near_an_end,
    near_the_middle,
    between_two,
    beside_the_ends,
    around_zero,
    all_negative,
    huge,
    beyond_any_float,
    every_step_alike,
    thousands,
    large,
    every_item_in_turn,
    every_gap_in_turn,
    argument_unchanged,
]
