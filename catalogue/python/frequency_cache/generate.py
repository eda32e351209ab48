"""Histories of uses on caches of every capacity, with ceilings low enough that counts are halved and become level."""

KEYS = [0, "", None, (), "a", "b", (1, 2), -1, 2.5, b"k", "0"]
VALUES = [0, None, "", False, [], "x", (1,), -1]


def call(capacity, ceiling, steps):
    return (
        f"cache = FrequencyCache({capacity}, {ceiling})\n"
        f"[getattr(cache, name)(*given) for name, *given in {steps!r}]"
    )


def mixed(rng, turns, keys, names=("put", "put", "get", "get")):
    steps = []
    for turn in range(turns):
        name, key = rng.choice(names), rng.choice(keys)
        if name == "put":
            steps.append(("put", key, turn))
        elif name == "get":
            steps.append(("get", key, *rng.choice([(), (), (-turn,)])))
        elif name == "shrink":
            steps.append(("shrink", rng.randint(0, 5)))
        else:
            steps.append((name,))
    return [*steps, ("ranking",)]


def small(rng):
    return call(rng.randint(1, 3), rng.randint(4, 9), mixed(rng, rng.randint(4, 14), "abcd"))


def one_key(rng):
    return call(1, rng.randint(2, 5), mixed(rng, rng.randint(2, 9), "ab", ["put", "get", "ranking"]))


def low_ceiling(rng):
    return call(rng.randint(2, 5), rng.randint(2, 4), mixed(rng, rng.randint(6, 20), "abcdef", ["put", "get", "get", "ranking"]))


def long_history(rng):
    return call(rng.randint(3, 8), rng.randint(3, 12), mixed(rng, rng.randint(40, 80), "abcdefghij"))


def level_counts(rng):
    """Every key is used as often as the others, in another order each time."""
    keys = list("abcdef")[: rng.randint(2, 6)]
    steps = []
    for _ in range(rng.randint(1, 3)):
        rng.shuffle(keys)
        steps += [("put", key, 0) for key in keys]
    steps += [("put", f"new{turn}", 0) for turn in range(rng.randint(1, len(keys)))]
    return call(len(keys), rng.randint(5, 9), [*steps, ("ranking",)])


def halved(rng):
    """One key is used up to the ceiling, and perhaps beyond it."""
    ceiling, keys = rng.randint(2, 9), "abcd"[: rng.randint(2, 4)]
    steps = [("put", key, 0) for key in keys for _ in range(rng.randint(1, ceiling - 1))]
    rng.shuffle(steps)
    steps += [("ranking",), *[("get", "a")] * rng.randint(ceiling - 1, ceiling + 2), ("ranking",)]
    return call(len(keys), ceiling, [*steps, ("put", "new", 1), ("ranking",)])


def came_back(rng):
    """Keys that went by themselves or were removed, and come again with a count of 1."""
    capacity = rng.randint(1, 3)
    steps = [("put", key, 0) for key in rng.choices("abc"[:capacity], k=rng.randint(3, 6))]
    if rng.random() < 0.5:
        key = rng.choice(steps)[1]
        steps += [("remove", key), ("ranking",), ("get", key), ("put", key, 1)]
    else:
        steps += [("put", key, turn) for turn, key in enumerate(rng.choices("abcde", k=rng.randint(3, 9)))]
    return call(capacity, 9, [*steps, ("ranking",), ("put", "z", 5), ("ranking",)])


def absent_removed(rng):
    capacity = rng.randint(0, 3)
    steps = [("put", key, 0) for key in rng.choices("abcd", k=rng.randint(0, 5))]
    return call(capacity, rng.randint(2, 5), [*steps, ("remove", rng.choice("abcz"))])


def shrunk(rng):
    capacity = rng.randint(2, 6)
    steps = [("put", key, 0) for key in rng.choices("abcdef", k=rng.randint(3, 14))]
    fewer = rng.randint(0, capacity)
    return call(capacity, rng.randint(3, 9), [*steps, ("shrink", fewer), ("ranking",), *mixed(rng, 4, "abcdef")])


def grown(rng):
    capacity = rng.randint(0, 3)
    steps = [("put", key, 0) for key in rng.choices("abcd", k=rng.randint(2, 6))]
    steps += [("shrink", capacity + rng.randint(1, 3)), *mixed(rng, rng.randint(3, 9), "abcdef", ["put", "put", "get", "shrink"])]
    return call(capacity, rng.randint(3, 9), steps)


def no_room(rng):
    return call(0, rng.randint(2, 9), mixed(rng, rng.randint(1, 6), KEYS))


def refused(rng):
    capacity, ceiling = rng.choice([(0, 1), (3, 1), (-1, 5), (0, 2), (2, 0), (1, -3), (-1, 1)])
    return f"FrequencyCache({capacity * rng.randint(1, 4)}, {ceiling}).put({rng.choice(KEYS)!r}, {rng.randint(0, 9)})"


def keys_of_every_type(rng):
    return call(rng.randint(2, 6), rng.randint(2, 9), mixed(rng, rng.randint(5, 15), rng.sample(KEYS, 6)))


def falsy_values(rng):
    steps = [("put", rng.choice("abc"), rng.choice(VALUES)) for _ in range(rng.randint(1, 6))]
    steps += [("get", rng.choice("abcd"), *rng.choice([(), (rng.choice(VALUES),)])) for _ in range(rng.randint(1, 5))]
    return call(rng.randint(1, 4), rng.randint(3, 9), [*steps, ("ranking",), ("put", "z", 1), ("remove", "z")])


def two_caches(rng):
    steps = [(rng.randint(0, 1), rng.choice("abc"), turn) for turn in range(rng.randint(4, 12))]
    return (
        f"caches = [FrequencyCache({rng.randint(1, 2)}, 3), FrequencyCache({rng.randint(1, 3)}, {rng.randint(2, 9)})]\n"
        f"[(caches[n].put(key, value), [cache.ranking() for cache in caches]) for n, key, value in {steps!r}]"
    )


def hundreds(rng):
    capacity, factor, keys = rng.randint(20, 60), rng.randint(3, 40), rng.choice([61, 71, 97])
    return (
        f"cache = FrequencyCache({capacity}, {rng.randint(3, 30)})\n"
        f"[cache.put(n * n * {factor} % {keys}, n) for n in range({rng.randint(150, 220)})] + cache.ranking()"
    )


STRATA = [
    small, one_key, low_ceiling, long_history, level_counts, halved, came_back, absent_removed, shrunk, grown, no_room,
    refused, keys_of_every_type, falsy_values, two_caches, hundreds,
]
