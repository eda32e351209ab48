"""Histories of pushes, pops, turns and new sizes on rings whose head has moved."""

ITEMS = [0, None, "", False, [], "x", 1, (1, 2), -1]


def call(capacity, steps):
    return f"row = RingDeque({capacity})\n[getattr(row, name)(*given) for name, *given in {steps!r}]"


def guarded(capacity, steps):
    """Errors are caught, so that what they left behind is seen."""
    return (
        f"row = RingDeque({capacity})\n"
        "def attempt(name, *given):\n"
        "    try:\n"
        "        return getattr(row, name)(*given)\n"
        "    except (IndexError, ValueError) as error:\n"
        "        return type(error).__name__\n"
        f"[attempt(*step) for step in {steps!r}]"
    )


PUSHES = ["push_back", "push_front"]
POPS = ["pop_front", "pop_back"]


def step(rng, name, turn):
    if name in PUSHES:
        return (name, turn)
    if name == "item":
        return (name, rng.randint(-4, 3))
    if name == "rotate":
        return (name, rng.randint(-7, 7))
    if name == "resize":
        return (name, rng.randint(1, 6))
    return (name,)


def history(rng, turns, names):
    return [*[step(rng, rng.choice(names), turn) for turn in range(turns)], ("items",)]


ALL = [*PUSHES, *PUSHES, *POPS, "item", "rotate", "resize", "items"]


def small(rng):
    return guarded(rng.randint(1, 4), history(rng, rng.randint(4, 14), ALL))


def room_for_one(rng):
    return guarded(1, history(rng, rng.randint(3, 9), ["push_back", "push_front", "pop_front", "pop_back", "item", "rotate"]))


def long_history(rng):
    return guarded(rng.randint(3, 9), history(rng, rng.randint(40, 70), ALL))


def backs_only(rng):
    return guarded(rng.randint(1, 5), history(rng, rng.randint(3, 14), ["push_back", "push_back", "pop_front", "items"]))


def fronts_only(rng):
    return guarded(rng.randint(1, 5), history(rng, rng.randint(3, 14), ["push_front", "push_front", "pop_back", "items"]))


def overflowing(rng):
    return call(rng.randint(1, 5), history(rng, rng.randint(5, 15), PUSHES))


def emptied(rng):
    """Taken out to the last item and beyond, then filled anew."""
    count = rng.randint(0, 4)
    steps = [(rng.choice(PUSHES), turn) for turn in range(count)]
    steps += [(rng.choice(POPS),) for _ in range(count + rng.randint(0, 1))]
    return guarded(rng.randint(1, 5), [*steps, ("items",), *[(rng.choice(PUSHES), turn) for turn in range(10, 13)], ("items",)])


def popped_when_empty(rng):
    steps = [(rng.choice(PUSHES), 1), (rng.choice(POPS),)] * rng.randint(0, 3)
    return call(rng.randint(1, 5), [*steps, (rng.choice(POPS),)])


def filled(rng, capacity):
    """The head may lie anywhere."""
    return [(rng.choice(PUSHES), turn) for turn in range(rng.randint(capacity, 2 * capacity + 1))]


def every_index(rng):
    capacity = rng.randint(1, 5)
    steps = filled(rng, capacity)[: rng.randint(0, 2 * capacity)]
    return guarded(capacity, [*steps, *[("item", index) for index in range(-capacity - 1, capacity + 1)]])


def no_such_item(rng):
    capacity = rng.randint(1, 4)
    return call(capacity, [*filled(rng, capacity), ("item", rng.choice([capacity, -capacity - 1, 99, -99, 0, -1]))])


def turned(rng):
    capacity = rng.randint(1, 6)
    steps = rng.choice([filled(rng, capacity), history(rng, rng.randint(0, capacity), ["push_back"])])
    for _ in range(rng.randint(1, 3)):
        steps += [("rotate", rng.choice([0, 1, -1, capacity, -capacity, rng.randint(-20, 20)])), ("items",)]
    return call(capacity, [*steps, ("push_back", "b"), ("push_front", "f"), ("items",)])


def turned_far(rng):
    capacity = rng.randint(2, 7)
    steps = [*filled(rng, capacity), ("rotate", rng.choice([-1, 1]) * rng.randint(10**8, 2 * 10**9))]
    return call(capacity + rng.randint(0, 2), [*steps, ("items",)])


def smaller(rng):
    capacity = rng.randint(2, 7)
    steps = [*filled(rng, capacity), ("resize", rng.randint(1, capacity)), ("items",)]
    return guarded(capacity, [*steps, *history(rng, rng.randint(2, 6), [*PUSHES, "pop_front"])])


def larger(rng):
    capacity = rng.randint(1, 5)
    steps = [*filled(rng, capacity), ("resize", capacity + rng.randint(0, 4)), ("items",)]
    return guarded(capacity, [*steps, *history(rng, rng.randint(2, 8), [*PUSHES, *PUSHES, "pop_front", "rotate"])])


def resized_to_nothing(rng):
    capacity = rng.randint(1, 4)
    wrong = ("resize", -rng.randint(0, 3))
    return guarded(capacity, [*filled(rng, capacity), wrong, ("items",), ("push_back", "b"), ("items",)])


def refused(rng):
    return f"RingDeque({rng.choice([0, -1, 1, 2]) * rng.randint(1, 30)}).items()"


def items_of_every_kind(rng):
    steps = [(rng.choice(PUSHES), rng.choice(ITEMS)) for _ in range(rng.randint(2, 9))]
    return call(rng.randint(1, 5), [*steps, ("items",), (rng.choice(POPS),), ("rotate", 1), ("items",)])


def list_of_its_own(rng):
    capacity = rng.randint(1, 4)
    return (
        f"row = RingDeque({capacity})\nfor item in range({rng.randint(1, 9)}): row.push_back(item)\n"
        f"taken = row.items()\ntaken.append({rng.randint(10, 99)})\ntaken[0] = None\nrow.items()"
    )


def two_rows(rng):
    steps = [(rng.randint(0, 1), rng.choice(PUSHES), turn) for turn in range(rng.randint(3, 10))]
    return (
        f"rows = [RingDeque({rng.randint(1, 4)}), RingDeque({rng.randint(1, 4)})]\n"
        f"[getattr(rows[n], name)(item) for n, name, item in {steps!r}] + [row.items() for row in rows]"
    )


def hundreds(rng):
    capacity = rng.randint(50, 200)
    return (
        f"row = RingDeque({capacity})\n"
        f"[row.push_front(n) if n % {rng.randint(2, 7)} == 0 else row.push_back(n) for n in range({rng.randint(200, 300)})]"
        f" + [row.rotate({rng.randint(-500, 500)})] + row.items()"
    )


STRATA = [
    small, room_for_one, long_history, backs_only, fronts_only, overflowing, emptied, popped_when_empty, every_index,
    no_such_item, turned, turned_far, smaller, larger, resized_to_nothing, refused, items_of_every_kind,
    list_of_its_own, two_rows, hundreds,
]
