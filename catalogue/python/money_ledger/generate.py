"""Histories of accounts, entries and reversals, near the limits and over them, and amounts of every form."""

TRY = "def tried(function, *given):\n    try: return function(*given)\n    except Exception as error: return type(error).__name__\n"
NAMES = ["cash", "bank", "food", "rent"]
GOOD = ["0.00", "0.01", "-0.01", "5.00", "12.50", "999.99", "1,000.00", "1000.00", "-1,234.05", "12,345,678.90", "-0.00", "007.00", "0,001.00", "000.00"]
BAD = ["", "1", "1.5", "1.555", ".50", "1.", "+1.00", "--1.00", "1,00.00", "1,0000.00", ",100.00", "1000,000.00", " 1.00", "1.00 ", "1 000.00", "a.00", "1.0a", "- 1.00", "1,.00", "1.000.00", "1,00", "12,34.00", "$1.00"]
PLAY = "def run(steps):\n    book, out = Ledger(), []\n    for name, *rest in steps:\n        try: out.append(getattr(book, name)(*rest))\n        except Exception as error: out.append(type(error).__name__)\n    return out\n"


def call(steps):
    return f"{PLAY}run({steps!r})"


def text(cents):
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100:,}.{abs(cents) % 100:02}"


def opened(rng, names=NAMES, most=60):
    return [("open", name, *rng.choice([[], [text(rng.choice([0, 10, 100 * most, rng.randint(0, 100 * most)]))]])) for name in names]


def move(rng, most=40, names=NAMES):
    parts = rng.choices(names, k=rng.choice([2, 2, 2, 3, 4]))
    cents = [rng.choice([rng.randint(-most * 100, most * 100), 100 * rng.randint(-most, most), 0]) for _ in parts[1:]]
    return ("post", [(name, text(amount)) for name, amount in zip(parts, [-sum(cents), *cents])])


def shown(rng, names=NAMES):
    return [(rng.choice(["balance", "statement"]), name) for name in names]


def history(rng, turns, reversals=0.2, names=NAMES, most=60):
    steps = opened(rng, names, most)
    for _ in range(turns):
        steps.append(("reverse", rng.randint(1, 6)) if rng.random() < reversals else move(rng, names=names))
    return steps


def entries(rng):
    return call([*history(rng, rng.randint(2, 8), 0), *shown(rng)])


def entries_and_reversals(rng):
    return call([*history(rng, rng.randint(3, 12), 0.4, NAMES[:3], 300), *shown(rng, NAMES[:3])])


def long_history(rng):
    return call([*history(rng, rng.randint(15, 25), 0.3, NAMES[:3], 200), *shown(rng, NAMES[:3])])


def at_the_limit(rng):
    limit = rng.choice([0, 1, 100, 5000])
    cents = limit + rng.choice([-1, 0, 0, 1])
    moves = [("cash", text(-cents)), ("bank", text(cents))]
    return call([("open", "cash", text(limit)), ("open", "bank", "100.00"), ("post", moves), move(rng, 2, NAMES[:2]), *shown(rng, NAMES[:2])])


def limits_below_zero(rng):
    """An account that must keep something: what is put in is always taken, what is taken out may not be."""
    least = rng.randint(1, 30) * 100
    steps = [("open", "bank", "900.00"), ("open", "cash", text(-least))]
    for _ in range(rng.randint(2, 6)):
        cents = 100 * rng.choice([rng.randint(1, 30), -rng.randint(1, 20)])
        steps.append(("post", [("cash", text(cents)), ("bank", text(-cents))]))
    return call([*steps, *shown(rng, ["cash", "bank"])])


def one_account_twice(rng):
    one, other = rng.sample(NAMES, 2)
    a, b = rng.randint(-5000, 5000), rng.randint(-5000, 5000)
    moves = [(one, text(a)), (other, text(b)), (one, text(-a - b))] if rng.random() < 0.7 else [(one, text(a)), (one, text(-a))]
    return call([*opened(rng), ("post", moves), *shown(rng)])


def nothing_moves(rng):
    moves = rng.choice([[], [("cash", "0.00")], [("cash", "5.00"), ("cash", "-5.00")], [("cash", "-0.00"), ("bank", "0.00")]])
    return call([*opened(rng), ("post", moves), move(rng), ("reverse", 1), *shown(rng)])


def not_zero_in_sum(rng):
    name, moves = move(rng)
    return call([*opened(rng), (name, [*moves, (rng.choice(NAMES), text(rng.choice([1, -1, 100, rng.randint(1, 999)])))]), move(rng), *shown(rng)])


def no_such_account(rng):
    return call([*opened(rng, NAMES[:2]), ("post", [("cash", "-1.00"), (rng.choice(["gold", "", "Cash"]), "1.00")]), rng.choice([("balance", "gold"), ("balance", "cash"), move(rng, names=NAMES[:2])]), *shown(rng, NAMES[:2])])


def opened_twice(rng):
    return call([*opened(rng, NAMES[:2]), move(rng, names=NAMES[:2]), ("open", "cash", "500.00"), move(rng, names=NAMES[:2]), *shown(rng, NAMES[:2])])


def reversed_twice(rng):
    steps = [("open", "cash", "90.00"), ("open", "bank", "90.00"), move(rng, names=NAMES[:2]), move(rng, names=NAMES[:2])]
    steps += [("reverse", rng.choice([1, 1, 2, 3])) for _ in range(rng.randint(2, 5))]
    return call([*steps, *shown(rng, NAMES[:2])])


def reversal_over_a_limit(rng):
    steps = [("open", "cash"), ("open", "bank", "50.00"), ("open", "food"), ("post", [("bank", "-20.00"), ("cash", "20.00")])]
    steps += [("post", [("cash", text(-100 * (spent := rng.randint(0, 20)))), ("food", text(100 * spent))]), ("reverse", 1)]
    steps += rng.choice([[], [("reverse", 2), ("reverse", 1)], [("reverse", 1)], [("reverse", 2), ("reverse", 1), ("reverse", rng.randint(1, 4))]])
    return call([*steps, *shown(rng, NAMES[:3])])


def no_such_entry(rng):
    return call([*opened(rng), *[move(rng) for _ in range(rng.randint(0, 2))], ("reverse", rng.choice([0, -1, 1, 3, 99])), *shown(rng)])


def amounts(rng):
    forms = [rng.choice([*GOOD, *BAD, text(rng.randint(-10**9, 10**9))]) for _ in range(rng.randint(1, 3))]
    return f"[read_amount(text) for text in {forms!r}]"


def bad_amounts(rng):
    return f"read_amount({rng.choice(BAD)!r})"


def bad_amount_posted(rng):
    return call([*opened(rng), ("post", [("cash", "-1.00"), ("bank", rng.choice(BAD)), ("food", "1.00")]), move(rng), ("open", "gold", rng.choice([*BAD, *GOOD])), ("balance", "gold")])


def amounts_written(rng):
    return f"[write_amount(cents) for cents in {[rng.choice([0, 1, -1, 99, -5, 100, 99999, 100000, -10**8, rng.randint(-10**6, 10**6), rng.randint(-10**12, 10**12)]) for _ in range(rng.randint(1, 4))]!r}]"


def nothing_yet(rng):
    names = rng.sample(NAMES, rng.randint(1, 4))
    return call([*opened(rng, names), *shown(rng, names), ("reverse", rng.randint(0, 2))])


def two_ledgers(rng):
    one, other = history(rng, 3), history(rng, 3)
    return f"{PLAY}[run({one + shown(rng)!r}), run({other + shown(rng)!r})]"


def moves_unchanged(rng):
    name, moves = move(rng)
    return f"book = Ledger()\nfor name in {NAMES!r}: book.open(name, '100.00')\nmoves = {moves!r}\nnumber = book.post(moves)\n[number, moves, book.reverse(1), moves, book.statement('cash')]"


def nearly_amounts(rng):
    bad = rng.sample(["1.00\n", "1,000.00\n", "-0.05\n", "\n1.00"], 3) + rng.sample(["1.\u0660\u0660", "1.0\u0665", "\u0661.00", "1.0\u00b2", "\uff11.00", "-2.\uff11\uff12"], 4) + rng.sample(["+1.00", "+0.00", "10,00,000.00", "1,0000.00", "1000,000.00", "1234,567.00", "1,000,00.00", "-,100.00", "0,100,000.00", "1_0.00", "1.00-", "1,\u0660\u0660\u0660.00", "0x1.00", "1,234567.00", "-0.00", "00,001.00", "000,001.00", "0000,001.00"], 8)
    unusual = rng.sample(["-0.00", "-00.00", "00,001.00", "000,001.00", "-000.00", "0001.00", "-0,000.00"], 4)
    return f"{TRY}[tried(read_amount, text) for text in {bad + unusual!r}]"


def numbers_of_no_entry(rng):
    booked = [("post", [("cash", text(cents)), ("bank", text(-cents))]) for cents in [rng.randint(-900, 900) for _ in range(rng.randint(1, 3))]]
    numbers = rng.sample([0, -1, -2, -3, len(booked) + 1, len(booked) + 2, 99], 5)
    return call([("open", "cash", "90.00"), ("open", "bank", "90.00"), *booked, *[("reverse", number) for number in numbers], *shown(rng, NAMES[:2])])


def below_its_limit_already(rng):
    """A limit below zero is not kept at first: what does not take away is booked, what takes away is not."""
    cents, few = 100 * rng.randint(1, 9), rng.randint(1, 99)
    moves = [[("cash", text(few)), ("cash", text(-few))], [("cash", "0.00"), ("bank", "0.00")], [("cash", text(few)), ("bank", text(-few))], [("cash", text(-few)), ("bank", text(few))], [("cash", text(few)), ("bank", text(few)), ("cash", text(-few)), ("bank", text(-few))]]
    rng.shuffle(moves)
    return call([("open", "cash", text(-cents)), ("open", "bank", "99.00"), *[("post", one) for one in moves], *[("reverse", rng.randint(1, 4)) for _ in range(2)], *shown(rng, NAMES[:2])])


def accounts_not_open(rng):
    names = rng.sample(["gold", "Cash", "", "cash ", "bank2"], 3)
    steps = [("statement", names[0]), ("balance", names[1]), ("statement", names[2]), ("post", [("cash", "1.00"), (names[0], "-1.00")]), ("post", [(names[1], "0.00")]), move(rng, names=NAMES[:2])]
    rng.shuffle(steps)
    return call([*opened(rng, NAMES[:2]), *steps, *shown(rng, NAMES[:2])])


def which_fault_counts(rng):
    """An account that is not open counts before wrong amounts and a wrong sum."""
    posts = []
    for _ in range(rng.randint(3, 5)):
        moves = [("cash", "-1.00"), ("bank", rng.choice(["1.00", "2.00", rng.choice(BAD)]))]
        if rng.random() < 0.6:
            moves.insert(rng.randint(0, 2), (rng.choice(["gold", ""]), rng.choice(["0.00", "1", rng.choice(BAD)])))
        posts.append(("post", moves))
    return call([*opened(rng, NAMES[:2]), *posts, ("open", "cash", rng.choice(BAD)), *shown(rng, NAMES[:2])])


def wrong_limits(rng):
    """An account whose limit is wrong is not opened."""
    name = rng.choice(["gold", "tin", ""])
    return call([("open", name, rng.choice([*BAD, "1.00\n", "+5.00"])), ("balance", name), ("post", [(name, "0.00")]), ("open", name, text(rng.randint(-900, 900))), ("balance", name), ("open", name, rng.choice(BAD)), ("statement", name)])


STRATA = [
    entries, entries_and_reversals, long_history, at_the_limit, limits_below_zero, one_account_twice, nothing_moves, not_zero_in_sum,
    no_such_account, opened_twice, reversed_twice, reversal_over_a_limit, no_such_entry, amounts, bad_amounts, bad_amount_posted,
    amounts_written, nothing_yet, two_ledgers, moves_unchanged,
    nearly_amounts, numbers_of_no_entry, below_its_limit_already, accounts_not_open, which_fault_counts,
    wrong_limits,
]
