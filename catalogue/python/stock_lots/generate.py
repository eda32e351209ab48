"""Histories of lots received, reserved, shipped, issued and expired, of one item and of several."""

PLAY = "def run(steps):\n    stock, out = StockLots(), []\n    for name, *rest in steps:\n        try: out.append(getattr(stock, name)(*rest))\n        except Exception as error: out.append(type(error).__name__)\n    return out\n"
ITEMS = ["fig", "nut", "pea"]


def call(steps):
    return f"{PLAY}run({steps!r})"


def lot(rng, item="fig", dated=0.6):
    day = [rng.choice([0, 3, 5, 5, 8, 9, 12])] if rng.random() < dated else rng.choice([[], [None]])
    return ("receive", item, rng.choice([1, 2, 5, rng.randint(1, 20)]), rng.choice([0, 1, 3, 10, rng.randint(1, 50)]), *day)


def state(items=("fig",)):
    return [(ask, item) for item in items for ask in ("on_hand", "free")]


def one_of(rng, items):
    item, many = rng.choice(items), rng.choice([1, 2, rng.randint(1, 12)])
    return rng.choice([("reserve", item, many), ("reserve", item, many), ("issue", item, many), ("ship", rng.randint(1, 4)), ("release", rng.randint(1, 4)), ("expire", rng.randint(0, 13)), (rng.choice(["on_hand", "free"]), item)])


def mixed(rng, turns, items, lots=0.35, dated=0.6):
    steps = [lot(rng, item, dated) for item in items]
    for _ in range(turns):
        steps.append(lot(rng, rng.choice(items), dated) if rng.random() < lots else one_of(rng, items))
    return call([*steps, *state(items)])


def one_item(rng):
    return mixed(rng, rng.randint(3, 12), ITEMS[:1])


def several_items(rng):
    return mixed(rng, rng.randint(6, 18), ITEMS[: rng.randint(2, 3)])


def undated(rng):
    return mixed(rng, rng.randint(3, 12), ITEMS[:1], 0.4, 0)


def long_history(rng):
    return mixed(rng, rng.randint(25, 40), ITEMS[: rng.randint(1, 2)], 0.4)


def issues(rng):
    lots = [lot(rng) for _ in range(rng.randint(2, 5))]
    return call([*lots, *[("issue", "fig", rng.randint(1, 9)) for _ in range(rng.randint(1, 6))], *state()])


def all_at_once(rng):
    lots = [lot(rng) for _ in range(rng.randint(1, 5))]
    total = sum(step[2] for step in lots) + rng.choice([0, 0, 1, -1])
    return call([*lots, (rng.choice(["issue", "reserve"]), "fig", max(1, total)), *state(), ("ship", 1), *state()])


def the_same_day(rng):
    day = rng.choice([None, 4, 0])
    lots = [("receive", "fig", rng.randint(1, 4), rng.randint(0, 20), day) for _ in range(rng.randint(2, 5))]
    return call([*lots, *[("issue", "fig", rng.randint(1, 5)) for _ in range(rng.randint(1, 4))], *state()])


def dated_after_undated(rng):
    lots = [("receive", "fig", rng.randint(1, 5), cost, *day) for cost, day in zip(rng.sample(range(1, 30), 3), rng.sample([[], [9], [4], [None], [0]], 3))]
    return call([*lots, *[("issue", "fig", rng.randint(1, 4)) for _ in range(3)], *state()])


def a_lot_between_issues(rng):
    return call([lot(rng), lot(rng), ("issue", "fig", rng.randint(1, 3)), lot(rng), *[("issue", "fig", rng.randint(1, 6)) for _ in range(3)], *state()])


def reservations(rng):
    steps = [lot(rng), lot(rng)]
    steps += [("reserve", "fig", rng.randint(1, 6)) for _ in range(rng.randint(1, 4))]
    steps += [rng.choice([("release", rng.randint(0, 5)), ("ship", rng.randint(0, 5)), ("issue", "fig", rng.randint(1, 4))]) for _ in range(rng.randint(1, 5))]
    return call([*steps, ("reserve", "fig", 1), *state()])


def reserved_is_not_free(rng):
    many, held = rng.randint(2, 12), rng.randint(1, 6)
    return call([("receive", "fig", many, 3), ("reserve", "fig", min(many, held)), (rng.choice(["issue", "reserve"]), "fig", max(1, many - held + rng.choice([-1, 0, 1]))), *state()])


def numbers_go_on(rng):
    steps = [("receive", "fig", 20, 2), ("reserve", "fig", 2), ("reserve", "fig", 90), ("reserve", "fig", 3), rng.choice([("release", 1), ("ship", 1), ("release", 2)])]
    return call([*steps, ("reserve", "fig", rng.randint(1, 20)), ("reserve", "fig", rng.randint(1, 12)), ("release", rng.randint(1, 4)), *state()])


def expiry(rng):
    lots = [lot(rng, dated=0.8) for _ in range(rng.randint(1, 5))]
    return call([*lots, *[step for _ in range(rng.randint(1, 3)) for step in [("expire", rng.randint(0, 13)), *state()]], ("issue", "fig", 2)])


def expiry_on_the_day(rng):
    day = rng.randint(1, 9)
    return call([("receive", "fig", 5, 2, day), ("receive", "fig", 3, 7, day + rng.choice([0, 1])), ("expire", day + rng.choice([-1, 0, 0, 1, 1])), *state()])


def expiry_cancels(rng):
    lots = [("receive", "fig", rng.randint(2, 8), 2, day) for day in (3, 6, None)]
    held = [("reserve", "fig", rng.randint(1, 6)) for _ in range(rng.randint(2, 5))]
    return call([*lots, *held, ("expire", rng.choice([3, 4, 7])), *state(), *[("ship", number) for number in range(1, 6)], *state()])


def expiry_cancels_one_item_only(rng):
    steps = [("receive", item, rng.randint(3, 8), 2, rng.choice([3, 6, None])) for item in ITEMS for _ in range(2)]
    steps += [("reserve", rng.choice(ITEMS), rng.randint(1, 6)) for _ in range(rng.randint(3, 7))]
    return call([*steps, ("expire", rng.choice([4, 7])), *state(ITEMS), *[("release", number) for number in range(1, 8)], *state(ITEMS)])


def unknown(rng):
    steps = [("on_hand", "x"), ("free", ""), ("reserve", "x", 1), ("issue", "x", 1), ("release", 1), ("ship", 1), ("expire", 5), ("release", 0)]
    return call([*rng.choice([[], [lot(rng)]]), *rng.sample(steps, rng.randint(2, 5))])


def refused(rng):
    bad = [("receive", "fig", 0, 1), ("receive", "fig", -1, 1), ("receive", "fig", 1, -1), ("reserve", "fig", 0), ("reserve", "fig", -2), ("issue", "fig", 0), ("issue", "fig", -1), ("receive", "fig", 1, 0)]
    return call([lot(rng), *rng.sample(bad, rng.randint(1, 4)), ("reserve", "fig", 1), *state()])


def numbers_of_the_gone(rng):
    return call([("receive", "fig", 9, 4), ("reserve", "fig", 2), ("reserve", "fig", 3), *[(rng.choice(["ship", "release"]), rng.randint(1, 3)) for _ in range(rng.randint(2, 5))], *state()])


def hundreds(rng):
    return (f"stock = StockLots()\nfor n in range({rng.randint(60, 100)}): stock.receive('fig', n % {rng.randint(3, 9)} + 1, n * {rng.randint(3, 9)} % 11, n * {rng.randint(3, 9)} % {rng.randint(5, 30)})\n"
            f"[[stock.issue('fig', n % 5 + 1) for n in range({rng.randint(40, 90)})], stock.expire({rng.randint(0, 30)}), stock.on_hand('fig')]")


TRY = "def tried(function, *given):\n    try: return function(*given)\n    except Exception as error: return type(error).__name__\n"


def numbers_refused(rng):
    """Quantities and costs at their bounds, also for items of which there is nothing."""
    item = rng.choice(["fig", "pea", "nut"])
    steps = [("receive", item, 0, 1), ("receive", item, -1, 1), ("receive", item, 1, -1), ("receive", item, 1, 0), ("reserve", item, 0), ("reserve", item, -1), ("issue", item, 0), ("issue", item, -2), ("reserve", "none", 0), ("issue", "none", 0), ("reserve", "none", 1), ("issue", "none", 1), ("reserve", item, 1), ("issue", item, 1)]
    rng.shuffle(steps)
    return f"{TRY}stock = StockLots()\nstock.receive('fig', {rng.randint(1, 5)}, {rng.randint(0, 9)})\n[tried(getattr(stock, name), *given) for name, *given in {steps!r}] + [stock.on_hand({item!r}), stock.free({item!r})]"


STRATA = [
    one_item, several_items, undated, long_history, issues, all_at_once, the_same_day, dated_after_undated, a_lot_between_issues,
    reservations, reserved_is_not_free, numbers_go_on, expiry, expiry_on_the_day, expiry_cancels, expiry_cancels_one_item_only,
    unknown, refused, numbers_of_the_gone, hundreds,
    numbers_refused,
]
