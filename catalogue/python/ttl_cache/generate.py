"""Histories of puts, reads and extensions told at times that step over deadlines, stop just before them and meet them."""

KEYS = ["a", "b", "c", "d", "e", 0, 1, 2, ""]
VALUES = [0, None, "", False, [], 1, "x", (1, 2)]


def call(capacity, lifetime, steps):
    return (
        f"cache = TimedCache({capacity}, {lifetime})\n"
        f"[getattr(cache, name)(*given) for name, *given in {steps!r}]"
    )


def guarded(capacity, lifetime, steps):
    """Errors are caught, so that what they left behind is seen."""
    return (
        f"cache = TimedCache({capacity}, {lifetime})\n"
        "def attempt(name, *given):\n"
        "    try:\n"
        "        return getattr(cache, name)(*given)\n"
        "    except (KeyError, ValueError) as error:\n"
        "        return type(error).__name__\n"
        f"[attempt(*step) for step in {steps!r}]"
    )


def history(rng, turns, keys, lifetime, stride, names):
    """Values are the number of the turn."""
    now, steps = rng.choice([0, 0, rng.randint(1, 9)]), []
    for turn in range(turns):
        name, key = rng.choice(names), rng.choice(keys)
        if name == "put":
            own = rng.choice([(), (), (rng.randint(1, 2 * lifetime),)])
            steps.append(("put", key, turn, now, *own))
        elif name == "get":
            steps.append(("get", key, now))
        elif name == "extend":
            steps.append(("extend", key, now, rng.randint(0, lifetime)))
        else:
            steps.append(("keys", now))
        now += rng.randint(0, stride)
    return [*steps, ("keys", now)]


ALL = ["put", "put", "put", "get", "get", "extend", "keys"]


def small(rng):
    lifetime = rng.randint(2, 6)
    return guarded(rng.randint(1, 3), lifetime, history(rng, rng.randint(4, 12), KEYS[:4], lifetime, 2, ALL))


def one_entry(rng):
    lifetime = rng.randint(1, 5)
    return guarded(1, lifetime, history(rng, rng.randint(3, 10), KEYS[:2], lifetime, 2, ALL))


def long_history(rng):
    lifetime = rng.randint(5, 20)
    return guarded(rng.randint(2, 6), lifetime, history(rng, rng.randint(40, 70), KEYS, lifetime, 3, ALL))


def one_moment(rng):
    """All at the same time: deadlines are often alike, so reads and the order of putting decide."""
    steps = history(rng, rng.randint(6, 16), KEYS[:6], 3, 0, ["put", "put", "get", "get", "keys"])
    return guarded(rng.randint(2, 4), 3, steps)


def reads_decide(rng):
    capacity, lifetime = rng.randint(2, 5), rng.randint(3, 9)
    keys = KEYS[:capacity]
    steps = [("put", key, key, 0) for key in keys]
    steps += [("get", rng.choice(keys), rng.choice([0, 1])) for _ in range(rng.randint(1, 7))]
    steps = sorted(steps, key=lambda step: step[-1])
    steps += [("put", f"new{turn}", turn, 1, lifetime - 1) for turn in range(rng.randint(1, capacity))]
    return call(capacity, lifetime, [*steps, ("keys", 2)])


def own_lifetimes(rng):
    capacity = rng.randint(2, 5)
    steps = [("put", turn, -turn, turn // 2, rng.randint(1, 12)) for turn in range(rng.randint(capacity, capacity + 5))]
    return call(capacity, rng.randint(1, 9), [*steps, ("keys", steps[-1][3]), ("keys", steps[-1][3] + rng.randint(1, 9))])


def at_the_deadline(rng):
    start, lifetime = rng.randint(0, 20), rng.randint(1, 9)
    end = start + lifetime
    moments = sorted(rng.choices([end - 1, end, end + 1, start], k=rng.randint(1, 3)))
    steps = [("put", "a", 0, start), *[(rng.choice(["get", "extend"]), "a", now) for now in moments]]
    steps = [(*step, rng.randint(0, 3)) if step[0] == "extend" else step for step in steps]
    return guarded(rng.randint(1, 3), lifetime, [*steps, ("keys", moments[-1])])


def room_by_time(rng):
    """A full cache, where some of the entries end just before, when, or after the next is put."""
    capacity, lifetime = rng.randint(1, 4), rng.randint(2, 8)
    steps = [("put", turn, turn, turn) for turn in range(capacity)]
    now = lifetime + rng.randint(-1, capacity)
    steps += [("put", "x", 1, max(now, capacity)), ("put", "y", 2, max(now, capacity) + rng.randint(0, 1))]
    return call(capacity, lifetime, [*steps, ("keys", steps[-1][3])])


def put_again(rng):
    """The new entry ends with the others, so that its reads, which begin anew, and its place decide."""
    capacity, lifetime = rng.randint(2, 4), rng.randint(3, 9)
    keys = KEYS[:capacity]
    steps = [("put", key, 0, 0) for key in keys]
    steps += [("get", rng.choice([keys[0], *keys]), 0) for _ in range(rng.randint(1, 5))]
    steps += [("put", key, 1, 1, lifetime - 1) for key in rng.sample(keys, rng.randint(1, 2))]
    steps += [("get", rng.choice(keys), 1) for _ in range(rng.randint(0, 2))]
    return call(capacity, lifetime, [*steps, ("keys", 1), ("put", "new", 9, 2), ("keys", 2)])


def stores_nothing(rng):
    """A lifetime of 0 or less still replaces, still makes room."""
    capacity = rng.randint(1, 3)
    steps = [("put", key, 1, 0) for key in KEYS[: rng.randint(0, capacity)]]
    steps += [("put", rng.choice(["a", "b", "new"]), 2, 1, rng.choice([0, 0, -1, -5])), ("keys", 1)]
    steps += [("put", "z", 3, rng.randint(1, 2)), ("keys", 2)]
    return call(capacity, rng.randint(3, 9), steps)


def extended(rng):
    lifetime = rng.randint(2, 9)
    steps, now = [("put", "a", 1, 0), ("put", "b", 2, 0)], 0
    for _ in range(rng.randint(1, 4)):
        now += rng.randint(0, lifetime)
        time = rng.choice([0, 1, lifetime, 2 * lifetime, rng.randint(0, 3 * lifetime), 1000])
        steps.append(("extend", rng.choice("aab"), now, time))
    return call(rng.randint(2, 3), lifetime, [*steps, *[("keys", now + n) for n in range(0, 2 * lifetime + 1, rng.randint(1, 2))]])


def deadline_moves_back(rng):
    """An entry with a long lifetime of its own comes nearer by being extended."""
    lifetime, time = rng.randint(1, 6), rng.randint(0, 4)
    far = 2 * lifetime + rng.randint(-1, 9)
    return call(
        2,
        lifetime,
        [("put", "a", 1, 0, far), ("extend", "a", 0, time), *[("keys", 2 * lifetime + n) for n in (-1, 0, 9)]],
    )


def absent(rng):
    steps = history(rng, rng.randint(1, 4), KEYS[:3], 4, 1, ["put"])
    now = steps[-1][1] + rng.randint(0, 5)
    steps += rng.choice([[("extend", "z", now, 3)], [("get", "z", now)], [("extend", "a", now, 1), ("get", "a", now)]])
    return call(rng.randint(1, 3), 4, steps)


def time_goes_back(rng):
    """Refused, and nothing of it is kept: neither what was put nor the earlier time."""
    now, lifetime = rng.randint(1, 9), rng.randint(2, 9)
    late = now - rng.randint(1, now)
    wrong = rng.choice([("put", "a", 9, late), ("get", "a", late), ("extend", "a", late, 5), ("keys", late)])
    steps = [("put", "a", 1, now), ("put", "b", 2, now), wrong, ("put", "c", 3, now), ("keys", now), ("get", "a", now)]
    return guarded(rng.randint(2, 3), lifetime, [*steps, ("keys", now + lifetime - 1)])


def after_a_refusal(rng):
    """A time that was refused is not the latest time afterwards."""
    now = rng.randint(2, 12)
    late = rng.randint(0, now - 1)
    wrong = rng.choice([("put", "b", 9, late), ("get", "a", late), ("extend", "a", late, 5), ("keys", late)])
    steps = [("put", "a", 1, now), wrong, rng.choice([("keys", rng.randint(late, now - 1)), ("put", "c", 2, rng.randint(late, now))])]
    return guarded(rng.randint(1, 3), rng.randint(2, 9), [*steps, ("get", "a", now), ("keys", now + rng.randint(0, 3))])


def told_in_vain(rng):
    """A call that finds no entry tells the time, too."""
    now = rng.randint(0, 5)
    steps = [("put", "a", 1, now)]
    for vain in rng.sample([("get", "z"), ("extend", "z"), ("put", "z", 0)], rng.randint(2, 3)):
        now += rng.randint(1, 4)
        steps.append((*vain, now, *{"extend": (3,), "put": (0,), "get": ()}[vain[0]]))
        steps.append(rng.choice([("keys", now - 1), ("get", "a", now - 1), ("put", "b", 2, now - 1), ("keys", now)]))
    return guarded(rng.randint(1, 3), rng.randint(2, 20), [*steps, ("keys", now)])


def full_and_stores_nothing(rng):
    """What is put for no time makes room all the same."""
    capacity, lifetime = rng.randint(1, 4), rng.randint(3, 9)
    steps = [("put", key, key, 0, rng.randint(2, 9)) for key in KEYS[:capacity]]
    steps += [("get", key, 0) for key in rng.sample(KEYS[:capacity], rng.randint(0, 1))]
    return call(capacity, lifetime, [*steps, ("put", "new", 0, 1, -rng.choice([0, 0, 1, 9])), ("keys", 1), ("put", "z", 1, 1), ("keys", 1)])


def before_the_beginning(rng):
    before = -rng.choice([1, 1, rng.randint(2, 9)])
    wrong = rng.choice([("keys", before), ("put", "a", 1, before), ("extend", "a", before, rng.randint(0, 3))])
    return rng.choice([call, guarded])(1, rng.randint(1, 3), [wrong, ("keys", rng.randint(0, 2))])


def refused_arguments(rng):
    capacity, lifetime = rng.choice([(0, 5), (5, 0), (-1, 3), (3, -1), (1, 1), (0, 0)])
    return f"TimedCache({capacity * rng.randint(1, 9)}, {lifetime * rng.randint(1, 9)}).keys({rng.randint(0, 9)})"


def falsy_values(rng):
    capacity, keys = rng.randint(2, 4), [0, "", "a", 1]
    steps = [("put", rng.choice(keys), rng.choice(VALUES), turn // 3) for turn in range(rng.randint(2, 8))]
    return guarded(capacity, 5, [*steps, *[("get", key, 3) for key in keys], ("extend", 0, 3, 1), ("keys", 3)])


def two_caches(rng):
    names = rng.sample(KEYS[:5], 3)
    turns = [(rng.randint(0, 1), rng.choice(names), now) for now in range(rng.randint(4, 9))]
    return (
        f"caches = [TimedCache({rng.randint(1, 3)}, {rng.randint(2, 9)}), TimedCache({rng.randint(1, 2)}, {rng.randint(2, 9)})]\n"
        f"[(caches[n].put(key, now, now), caches[0].keys(now), caches[1].keys(now)) for n, key, now in {turns!r}]"
    )


def hundreds(rng):
    capacity, lifetime, keys = rng.randint(20, 60), rng.randint(50, 90), rng.choice([61, 71, 97])
    return (
        f"cache = TimedCache({capacity}, {lifetime})\n"
        f"[cache.put(n * {rng.randint(3, 40)} % {keys}, n, n, n % {rng.randint(30, 50)} + {rng.randint(1, 30)}) for n in range(200)] + cache.keys(200)"
    )


STRATA = [
    small, one_entry, long_history, one_moment, reads_decide, own_lifetimes, at_the_deadline, room_by_time, put_again,
    stores_nothing, extended, deadline_moves_back, absent, time_goes_back, after_a_refusal, told_in_vain,
    full_and_stores_nothing, before_the_beginning, refused_arguments, falsy_values, two_caches, hundreds,
]
