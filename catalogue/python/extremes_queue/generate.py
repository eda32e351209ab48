"""Histories of pushes and pops on queues of few different values, so that ties are common, and lists for the two functions."""


def call(limit, steps):
    return (
        f"queue = ExtremesQueue({'' if limit is None else limit})\n"
        f"[getattr(queue, name)(*given) for name, *given in {steps!r}]"
    )


LOOK = [("low",), ("high",), ("spread",)]


def history(rng, turns, most, pops=0.4):
    """Never takes from an empty queue that has no limit."""
    steps, held = [], 0
    for _ in range(turns):
        if held and rng.random() < pops:
            steps.append(("pop",))
            held -= 1
        else:
            steps.append(("push", rng.randint(-most, most)))
            held += 1
        steps.append(rng.choice(LOOK))
    return [*steps, *LOOK]


def few_values(rng):
    return call(None, history(rng, rng.randint(2, 9), 2))


def many_values(rng):
    return call(None, history(rng, rng.randint(8, 30), rng.choice([3, 9, 100]), rng.choice([0.3, 0.5])))


def huge_values(rng):
    steps = [("push", rng.choice([-1, 1]) * 10**20 + rng.randint(-2, 2)) for _ in range(rng.randint(1, 6))]
    return call(None, [*steps, *LOOK, ("pop",), *LOOK])


def ties(rng):
    values = rng.choices(rng.choice([[1, 2], [0, 0, 5], [-3, 4, 4]]), k=rng.randint(2, 9))
    steps = [("push", value) for value in values]
    for _ in range(rng.randint(1, len(values))):
        steps += [("low",), ("high",), ("pop",)]
    return call(None, steps)


def rising_or_falling(rng):
    values = sorted(rng.randint(-20, 20) for _ in range(rng.randint(2, 9)))
    values = rng.choice([values, values[::-1], values + values[::-1]])
    steps = [("push", value) for value in values]
    for _ in range(rng.randint(1, len(values))):
        steps += [("pop",), *LOOK]
    return call(None, steps)


def limited(rng):
    limit = rng.randint(1, 6)
    steps = []
    for _ in range(rng.randint(2, 16)):
        steps += [("push", rng.randint(-4, 4)), rng.choice(LOOK)]
    return call(limit, [*steps, *LOOK, ("pop",), *LOOK, ("push", rng.randint(-9, 9)), *LOOK])


def dropped(rng):
    steps = [("push", rng.randint(-5, 5)) for _ in range(rng.randint(1, 9))]
    for _ in range(rng.randint(1, 3)):
        steps += [("drop_until", rng.randint(-1, 11)), *LOOK, *[("push", rng.randint(-5, 5))] * rng.randint(0, 2)]
    return call(rng.choice([None, None, rng.randint(2, 6)]), [*steps, *LOOK])


def emptied(rng):
    values = [rng.randint(-5, 5) for _ in range(rng.randint(1, 4))]
    steps = [*[("push", value) for value in values], *[("pop",) for _ in values], *LOOK]
    return call(rng.choice([None, 5]), [*steps, ("push", rng.randint(-5, 5)), *LOOK])


def popped_when_empty(rng):
    count = rng.randint(0, 4)
    steps = [("push", rng.randint(-5, 5)) for _ in range(count)]
    return call(rng.choice([None, 4, 1]), [*steps, *[("pop",)] * (count + rng.randint(0, 1)), *LOOK])


def zeros(rng):
    steps = [("push", rng.choice([0, 0, rng.randint(-1, 1)])) for _ in range(rng.randint(1, 6))]
    return call(rng.choice([None, 1, 2]), [*steps, *LOOK, ("drop_until", rng.randint(0, 3)), *LOOK])


def two_queues(rng):
    steps = [(rng.randint(0, 1), rng.randint(-5, 5)) for _ in range(rng.randint(3, 10))]
    return (
        f"queues = [ExtremesQueue(), ExtremesQueue({rng.randint(1, 3)})]\n"
        f"[(queues[n].push(value), queues[0].low(), queues[1].high()) for n, value in {steps!r}]"
    )


def numbers(rng, size, most):
    return [rng.randint(-most, most) for _ in range(size)]


def windows(rng):
    values = numbers(rng, rng.randint(1, 14), rng.choice([2, 9, 50]))
    return f"window_spreads({values!r}, {rng.randint(1, 5)})"


def windows_at_the_edge(rng):
    values = numbers(rng, rng.randint(0, 6), 9)
    return f"window_spreads({values!r}, {max(1, len(values) + rng.randint(-1, 1))})"


def calm(rng):
    values = numbers(rng, rng.randint(1, 14), rng.choice([3, 8, 20]))
    return f"calm_stretch({values!r}, {rng.randint(0, 8)})"


def calm_in_steps(rng):
    """Values that walk, so that the spread meets the tolerance often."""
    value, values = 0, []
    for _ in range(rng.randint(4, 25)):
        value += rng.randint(-2, 2)
        values.append(value)
    return f"calm_stretch({values!r}, {rng.randint(0, 4)})"


def equally_long(rng):
    run = rng.randint(1, 3)
    starts = rng.sample(range(-50, 50, 10), rng.randint(2, 5))
    values = [start + rng.randint(0, 2) for start in starts for _ in range(run)]
    return f"calm_stretch({values!r}, {rng.choice([2, 1])})"


def calm_or_not_at_all(rng):
    values = rng.choice([[], [rng.randint(-9, 9)], [rng.randint(-9, 9)] * rng.randint(2, 9), numbers(rng, 3, 9)])
    return f"calm_stretch({values!r}, {rng.choice([0, 0, 100, rng.randint(0, 9)])})"


def argument_unchanged(rng):
    values = numbers(rng, rng.randint(1, 6), 5)
    name = rng.choice(["calm_stretch", "window_spreads"])
    return f"values = {values!r}\nfound = {name}(values, {rng.randint(1, 4)})\nfound.append(0)\n[found, values]"


def hundreds(rng):
    factor, most = rng.randint(3, 90), rng.choice([7, 31, 101])
    values = f"[n * n * {factor} % {most} for n in range({rng.randint(200, 300)})]"
    return rng.choice([
        f"window_spreads({values}, {rng.randint(2, 40)})",
        f"calm_stretch({values}, {rng.randint(0, most // 2)})",
        f"queue = ExtremesQueue({rng.randint(5, 60)})\n[queue.push(value) and queue.spread() for value in {values}] + [queue.low(), queue.high()]",
    ])


STRATA = [
    few_values, many_values, huge_values, ties, rising_or_falling, limited, dropped, emptied, popped_when_empty, zeros,
    two_queues, windows, windows_at_the_edge, calm, calm_in_steps, equally_long, calm_or_not_at_all, argument_unchanged,
    hundreds,
]
