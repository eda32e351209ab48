"""Histories of calls at times that rise, stand and fall back, on buckets of every size."""

PLAY = "def run(buckets, steps):\n    out = []\n    for name, *rest in steps:\n        try: out.append(getattr(buckets, name)(*rest))\n        except Exception as error: out.append(type(error).__name__)\n    return out\n"


def call(made, steps):
    return f"{PLAY}run(TokenBuckets({', '.join(map(str, made))}), {steps!r})"


def sizes(rng, most=5):
    return [rng.randint(1, most), rng.choice([1, 2, 3, 5, 10]), *rng.choice([[], [], [1], [2], [rng.randint(1, 5)]])]


class Play:
    """Keeps the time, to ask again near the moments at which something changes."""

    def __init__(self, rng, made, keys="ab"):
        self.rng, self.made, self.keys, self.now, self.steps = rng, made, keys, rng.choice([0, 0, 1, 7, 100]), []

    def pass_time(self):
        period, capacity = self.made[1], self.made[0]
        self.now += self.rng.choice([0, 0, 0, 1, period - 1, period, period + 1, period * capacity, self.rng.randint(0, 2 * period)])

    def allow(self, key=None, most=None):
        cost = self.rng.choice([[], [], [self.rng.randint(1, most or self.made[0])]])
        self.steps.append(("allow", key or self.rng.choice(self.keys), self.now, *cost))

    def ask(self):
        name = self.rng.choice(["tokens", "wait", "wait", "barred", "forget_full", "tokens"])
        key = [] if name in ("barred", "forget_full") else [self.rng.choice(self.keys)]
        cost = [self.rng.randint(1, self.made[0])] if name == "wait" and self.rng.random() < 0.6 else []
        self.steps.append((name, *key, self.now, *cost))

    def mixed(self, turns, asks=0.3):
        for _ in range(turns):
            self.pass_time()
            self.ask() if self.rng.random() < asks else self.allow()
        return self

    def written(self):
        return call(self.made, self.steps)


def one_key(rng):
    return Play(rng, sizes(rng), "a").mixed(rng.randint(3, 12)).written()


def two_keys(rng):
    return Play(rng, sizes(rng)).mixed(rng.randint(5, 15)).written()


def long_history(rng):
    return Play(rng, sizes(rng, 3), "abc").mixed(rng.randint(25, 45)).written()


def allows_only(rng):
    return Play(rng, sizes(rng), "a").mixed(rng.randint(4, 15), 0).written()


def rarely_barred(rng):
    return Play(rng, [rng.randint(1, 6), rng.randint(1, 9), 50], "ab").mixed(rng.randint(6, 18)).written()


def barred_soon(rng):
    return Play(rng, [rng.randint(1, 3), rng.randint(2, 9), rng.randint(1, 2)], "ab").mixed(rng.randint(6, 18), 0.4).written()


def emptied_at_once(rng):
    play = Play(rng, [*sizes(rng)[:2], 9], "a")
    for _ in range(play.made[0] + rng.randint(0, 2)):
        play.steps.append(("allow", "a", play.now))
    return play.mixed(rng.randint(1, 6), 0.7).written()


def part_of_a_period(rng):
    """What is left of a period counts on after a token was taken, but not where the bucket was full."""
    capacity, period = rng.randint(2, 6), rng.randint(3, 10)
    start = rng.randint(0, 9)
    times = sorted(start + rng.randint(0, capacity * period) for _ in range(rng.randint(3, 7)))
    return call([capacity, period, 9], [("allow", "a", start, capacity), *[(rng.choice(["allow", "tokens", "wait"]), "a", time) for time in times]])


def full_for_long(rng):
    capacity, period = rng.randint(1, 4), rng.randint(2, 9)
    idle = rng.randint(1, 200)
    return call([capacity, period, 9], [("allow", "a", 3, capacity), ("allow", "a", 3 + idle), *[(rng.choice(["tokens", "wait"]), "a", 3 + idle + more) for more in sorted(rng.sample(range(0, 3 * period), 3))]])


def barred_from_then_on(rng):
    capacity, period, strikes = rng.randint(1, 5), rng.randint(1, 6), rng.randint(1, 4)
    steps = [("allow", "a", 10, capacity), *[("allow", "a", 10) for _ in range(strikes + rng.choice([-1, 0, 0, 1]))]]
    end = 10 + 2 * period
    return call([capacity, period, strikes], [*steps, ("barred", 10), ("wait", "a", 10), ("allow", "a", end - 1), ("barred", end - 1), ("barred", end), ("allow", "a", end), ("allow", "a", end, capacity)])


def denied_then_allowed(rng):
    strikes, period = rng.randint(2, 4), rng.randint(2, 5)
    steps = [("allow", "a", 0)] + [("allow", "a", 0) for _ in range(strikes - 1)]
    return call([1, period, strikes], [*steps, ("allow", "a", period), *[("allow", "a", period) for _ in range(strikes - rng.randint(0, 1))], ("barred", period), ("wait", "a", period + 1)])


def denied_again_after_the_bar(rng):
    capacity, period, strikes = rng.randint(3, 6), rng.randint(1, 4), rng.randint(1, 3)
    steps = [("allow", "a", 5, capacity), *[("allow", "a", 5, capacity)] * strikes]
    end = 5 + 2 * period
    return call([capacity, period, strikes], [*steps, *[("allow", "a", end, capacity)] * rng.randint(1, strikes + 1), ("barred", end), ("wait", "a", end), ("allow", "a", end), ("barred", end + rng.randint(0, 9))])


def denied_while_barred(rng):
    return call([1, 4, 2], [("allow", "a", 0), *[("allow", "a", rng.randint(0, 2)) for _ in range(rng.randint(2, 6))], ("barred", 3), *[("allow", "a", time) for time in sorted(rng.sample(range(3, 20), 6))], ("barred", rng.randint(3, 30))])


def dear(rng):
    capacity = rng.randint(2, 6)
    steps = [("allow", "a", time, rng.choice([1, capacity, rng.randint(1, capacity)])) for time in sorted(rng.randint(0, 20) for _ in range(rng.randint(3, 9)))]
    return call([capacity, rng.randint(1, 5), 9], [*steps, ("wait", "a", 20, capacity), ("tokens", "a", 20)])


def wrong_cost(rng):
    play = Play(rng, sizes(rng)).mixed(rng.randint(0, 3))
    play.steps.append((rng.choice(["allow", "wait"]), "a", play.now + 50, rng.choice([0, -1, play.made[0] + 1, 99])))
    return play.mixed(3).written()


def wrong_sizes(rng):
    made = [rng.choice([1, 2, 5]) for _ in range(3)]
    made[rng.randrange(3)] = rng.choice([0, -1, 1])
    return call(made, [("allow", "a", rng.randint(0, 5))])


def clock_falls_back(rng):
    play = Play(rng, sizes(rng)).mixed(rng.randint(3, 6))
    for _ in range(rng.randint(2, 7)):
        play.now = max(0, play.now + rng.choice([-20, -3, -1, 1, 3]))
        rng.choice([play.ask, play.allow])()
    return play.written()


def first_seen_late(rng):
    return call([rng.randint(1, 3), 4, 9], [("allow", "a", rng.randint(10, 20)), ("allow", "b", rng.randint(0, 30)), *[(rng.choice(["allow", "tokens", "wait"]), rng.choice("ab"), time) for time in sorted(rng.randint(0, 40) for _ in range(4))]])


def forgotten(rng):
    play = Play(rng, [rng.randint(1, 3), rng.randint(1, 5), rng.randint(1, 3)], "abc").mixed(rng.randint(3, 9), 0)
    for _ in range(rng.randint(1, 3)):
        play.now += rng.choice([0, 1, play.made[1], play.made[0] * play.made[1]])
        play.steps.append(("forget_full", play.now))
        play.allow()
    play.steps.append(("forget_full", play.now + 100))
    return play.written()


def many_keys(rng):
    keys = ["b", "a", "", "Z", "aa", "10", "9"]
    return Play(rng, [1, rng.randint(2, 9), rng.randint(1, 2)], keys).mixed(rng.randint(10, 25), 0.35).written()


def nobody_yet(rng):
    steps = [("barred", 5), ("forget_full", 3), ("tokens", "a", 4), ("wait", "b", 2), ("forget_full", 9)]
    return call(sizes(rng), rng.sample(steps, rng.randint(1, 4)))


def hundreds(rng):
    return (f"buckets = TokenBuckets({rng.randint(1, 6)}, {rng.randint(1, 7)}, {rng.randint(2, 9)})\n"
            f"[[buckets.allow('abc'[n % {rng.randint(1, 3)}], n * {rng.randint(1, 5)} // {rng.randint(2, 4)}) for n in range({rng.randint(100, 250)})].count(True), buckets.barred(0), buckets.tokens('a', 0)]")


def called_while_barred(rng):
    """Calls while a key is barred count nothing: the row after it is as long as the first."""
    capacity, period, strikes = rng.randint(4, 7), rng.randint(2, 6), rng.randint(2, 4)
    end = 9 + 2 * period
    while_barred = [("allow", "a", time) for time in sorted(rng.choices(range(9, end), k=rng.randint(1, 6)))]
    after = [("allow", "a", end, capacity)] * (strikes - 1)
    return call([capacity, period, strikes], [("allow", "a", 9, capacity), *[("allow", "a", 9)] * strikes, *while_barred, *after, ("barred", end), ("allow", "a", end, capacity), ("barred", end), ("wait", "a", end + 1)])


def refused_costs_and_time(rng):
    """Where the cost is refused the time does not count, and no bucket begins."""
    capacity, period = rng.randint(1, 4), rng.randint(3, 9)
    later = rng.randint(period, 9 * period)
    refused = [(rng.choice(["allow", "wait"]), rng.choice("ab"), later, cost) for cost in rng.sample([0, -1, capacity + 1, 99], 2)]
    return call([capacity, period, 9], [("allow", "a", 2, capacity), *refused, ("tokens", "a", rng.randint(2, period + 1)), ("forget_full", 3), ("wait", "a", 4), ("tokens", "a", later)])


def asked_for_earlier_times(rng):
    """What is asked for at a time before the latest is answered for the latest."""
    capacity, period = rng.randint(1, 3), rng.randint(2, 9)
    end = 5 + 2 * period
    late = rng.choice([end, end - 1, end + rng.randint(1, 9)])
    steps = [("barred", rng.randint(0, 5)), ("tokens", "a", rng.randint(0, late)), ("wait", "a", 0, capacity), ("forget_full", rng.randint(0, 6)), ("barred", 6), ("allow", "a", 1)]
    return call([capacity, period, 1], [("allow", "a", 5, capacity), ("allow", "a", 5), ("tokens", "b", late), *rng.sample(steps, rng.randint(3, 6))])


def full_but_barred_or_denied(rng):
    """Full buckets are kept while their key is barred, and forgotten with their denials otherwise."""
    period, strikes = rng.randint(2, 6), rng.randint(2, 4)
    start = rng.randint(0, 9)
    steps = [("allow", "a", start), *[("allow", "a", start)] * strikes, ("allow", "b", start), *[("allow", "b", start)] * rng.randint(1, strikes - 1)]
    full, end = start + period + rng.randint(0, period - 1), start + 2 * period
    return call([1, period, strikes], [*steps, ("forget_full", full), ("barred", full), ("tokens", "a", full), *[("allow", "b", full)] * strikes, ("barred", full), ("forget_full", end), ("allow", "a", end), ("forget_full", end + 9 * period)])


STRATA = [
    one_key, two_keys, long_history, allows_only, rarely_barred, barred_soon, emptied_at_once, part_of_a_period, full_for_long,
    barred_from_then_on, denied_then_allowed, denied_again_after_the_bar, denied_while_barred, dear, wrong_cost, wrong_sizes, clock_falls_back, first_seen_late,
    forgotten, many_keys, nobody_yet, hundreds,
    called_while_barred, refused_costs_and_time, asked_for_earlier_times,
    full_but_barred_or_denied,
]
