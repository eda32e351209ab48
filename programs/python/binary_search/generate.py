"""Ascending lists of distinct integers with a target that is mostly there, sometimes not, sometimes past either end."""


def generate(rng):
    limit = rng.choice([15, 100, 10**6])
    items = sorted({rng.randint(-limit, limit) for _ in range(rng.randint(0, 16))})
    where = rng.random()
    if items and where < 0.7:
        target = rng.choice(items)
    elif items and where < 0.8:
        target = rng.choice([items[0] - 1, items[-1] + 1])
    else:
        target = rng.randint(-limit, limit)
    return f"binary_search({items!r}, {target!r})"
