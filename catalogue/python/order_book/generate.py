"""Histories of a book: every rule of meeting, hiding, waiting, cancelling and amending, alone and together."""

OWNERS = ["ann", "bob", "cat", "dan"]
RUN = (
    "book, out = OrderBook(), []\n"
    "for name, *given in {steps!r}:\n"
    "    try: out.append(getattr(book, name)(*given))\n"
    "    except KeyError: out.append('KeyError')\n"
    "    except ValueError: out.append('ValueError')\n"
)


def history(steps, *asked):
    return RUN.format(steps=steps) + f"[out, book.trades(), book.depth('buy'), book.depth('sell'){''.join(', ' + one for one in asked)}]"


def positions():
    return f"[book.position(owner) for owner in {OWNERS!r}]"


def side(rng):
    return rng.choice(["buy", "sell"])


def other(one):
    return "sell" if one == "buy" else "buy"


def limit(rng, low=8, high=12, most=9):
    return ("limit", rng.choice(OWNERS), side(rng), rng.randint(low, high), rng.randint(1, most))


def nothing_happened(rng):
    return history([], f"book.position({rng.choice(['', 'ann', 'x', 'buy'])!r})")


def apart(rng):
    steps = [("limit", rng.choice(OWNERS), "buy", rng.randint(1, 9), rng.randint(1, 9)) for _ in range(rng.randint(1, 6))]
    steps += [("limit", rng.choice(OWNERS), "sell", rng.randint(10, 15), rng.randint(1, 9)) for _ in range(rng.randint(1, 6))]
    rng.shuffle(steps)
    return history(steps)


def limits(rng):
    return history([limit(rng) for _ in range(rng.randint(3, 12))], positions())


def two_owners(rng):
    """Each has a side of his own, so that nobody meets himself."""
    steps = []
    for _ in range(rng.randint(4, 14)):
        way = side(rng)
        steps.append(("limit", "ann" if way == "buy" else "bob", way, rng.randint(8, 12), rng.randint(1, 9)))
    return history(steps, positions())


def edges_of_prices(rng):
    """The arriving order's price is the resting one's, one less or one more."""
    way, price = side(rng), rng.choice([1, 2, 10, 999])
    return history([("limit", "ann", way, price, rng.randint(1, 4)), ("limit", "bob", other(way), max(1, price + rng.choice([-1, 0, 1])), rng.randint(1, 4))], positions())


def sweeps(rng):
    way = side(rng)
    prices = [rng.randint(20, 26) for _ in range(rng.randint(3, 8))]
    steps = [("limit", rng.choice(OWNERS[:2]), way, price, rng.randint(1, 4)) for price in prices]
    return history([*steps, ("limit", "cat", other(way), rng.choice(prices), rng.randint(3, 20))], positions())


def markets(rng):
    way = side(rng)
    steps = [("limit", rng.choice(OWNERS[:2]), way, rng.randint(5, 9), rng.randint(1, 4)) for _ in range(rng.randint(0, 4))]
    steps += [("market", "cat", rng.choice([other(way), other(way), way]), rng.randint(1, 9)) for _ in range(rng.randint(1, 3))]
    return history([*steps, ("limit", "dan", way, 6, 1)], positions())


def queues(rng):
    """Many orders of one price, some of which are cancelled."""
    way, count = side(rng), rng.randint(3, 8)
    steps = [("limit", rng.choice(OWNERS[:3]), way, 10, rng.randint(1, 4)) for _ in range(count)]
    steps += [("cancel", rng.randint(1, count)) for _ in range(rng.randint(0, 2))]
    return history([*steps, ("market", "dan", other(way), rng.randint(1, 12))])


def owners_meet_themselves(rng):
    way = side(rng)
    steps = [("limit", rng.choice(["ann", "ann", "bob"]), way, rng.randint(9, 11), rng.randint(1, 4), *rng.choice([[], [], [1]])) for _ in range(rng.randint(2, 6))]
    last = rng.choice([("limit", "ann", other(way), 10, rng.randint(1, 9)), ("market", "ann", other(way), rng.randint(1, 9))])
    return history([*steps, last], positions())


def peaks(rng):
    way = side(rng)
    steps = [("limit", rng.choice(OWNERS[:2]), way, rng.choice([10, 10, 11]), rng.randint(1, 9), *rng.choice([[], [1], [2], [3], [9], [20]])) for _ in range(rng.randint(1, 5))]
    takers = [("market", "cat", other(way), rng.randint(1, 6)) for _ in range(rng.randint(1, 5))]
    return history([*steps, *takers])


def edges_of_peaks(rng):
    """Taken is what is shown, one less or one more; the quantity is so many peaks, or one off."""
    way, peak = side(rng), rng.randint(1, 4)
    quantity = max(1, peak * rng.randint(1, 3) + rng.choice([-1, 0, 1]))
    steps = [("limit", "ann", way, 10, quantity, peak), ("limit", "bob", way, 10, rng.randint(1, 3), *rng.choice([[], [1]]))]
    return history([*steps, *(("market", "cat", other(way), max(1, peak + rng.choice([-1, 0, 1]))) for _ in range(rng.randint(1, 3)))])


def peaks_that_arrive(rng):
    """While it arrives the peak means nothing; what is left rests and shows a part."""
    way = side(rng)
    steps = [("limit", "ann", way, 10, rng.randint(1, 5)) for _ in range(rng.randint(0, 3))]
    return history([*steps, ("limit", "bob", other(way), 10, rng.randint(5, 15), rng.randint(1, 5)), ("limit", "cat", way, 10, rng.randint(1, 4))])


def cancels(rng):
    steps = []
    for _ in range(rng.randint(4, 10)):
        steps.append(rng.choice([limit(rng), (*limit(rng), rng.randint(1, 4)), ("cancel", rng.randint(1, 6)), ("stop", "dan", side(rng), rng.randint(8, 12), 2)]))
    return history([*steps, ("cancel", rng.choice([0, -1, 1, 2, 3, 99]))])


def cancelled_twice(rng):
    number = rng.randint(1, 3)
    made = [("limit", "ann", "buy", 5, 3), ("stop", "bob", "buy", 9, 4), ("limit", "cat", "buy", 6, 9, 2)]
    return history([*made, *rng.choice([[], [("market", "dan", "sell", 1)], [("market", "dan", "sell", 4)]]), ("cancel", number), ("cancel", number), ("amend", number, 5, 1), ("market", "dan", "sell", 9)])


def amends(rng):
    way = side(rng)
    steps = [("limit", owner, way, 10, rng.randint(2, 6)) for owner in OWNERS[:3]]
    changes = [("amend", rng.randint(1, 3), rng.choice([10, 10, 10, 9, 11]), rng.randint(1, 7)) for _ in range(rng.randint(1, 3))]
    return history([*steps, *changes, ("market", "dan", other(way), rng.randint(2, 14))])


def edges_of_amends(rng):
    way, quantity = side(rng), rng.randint(2, 5)
    steps = [("limit", "ann", way, 10, quantity), ("limit", "bob", way, 10, 3), *rng.choice([[], [("market", "cat", other(way), 1)]])]
    return history([*steps, ("amend", 1, 10, quantity + rng.choice([-1, 0, 1])), ("market", "cat", other(way), 2)])


def amends_that_trade(rng):
    steps = [("limit", "ann", "buy", 9, 5, *rng.choice([[], [2]])), ("limit", "bob", "sell", 11, 4), ("limit", "cat", "sell", 12, 4), ("limit", "ann", "sell", 11, 1)]
    return history([*steps, ("amend", rng.choice([1, 1, 2, 3]), rng.randint(8, 13), rng.randint(1, 9)), ("cancel", 1)], positions())


def amends_of_peaks(rng):
    quantity, peak = rng.randint(4, 9), rng.randint(1, 4)
    steps = [("limit", "ann", "sell", 10, quantity, peak), ("limit", "bob", "sell", 10, 2), ("market", "cat", "buy", rng.randint(1, 3))]
    return history([*steps, ("amend", 1, rng.choice([10, 10, 10, 9]), rng.randint(1, quantity + 1)), ("market", "cat", "buy", rng.randint(1, 4)), ("market", "cat", "buy", rng.randint(1, 4))])


def amended_parts(rng):
    """Some of what was shown is taken before the order is amended at its place."""
    way, peak = side(rng), rng.randint(3, 5)
    steps = [("limit", "ann", way, 10, 12, peak), ("limit", "bob", way, 10, 2), ("market", "cat", other(way), rng.randint(1, peak - 1))]
    return history([*steps, ("amend", 1, 10, rng.randint(peak, 9)), ("depth", way), ("market", "cat", other(way), rng.randint(1, 3)), ("depth", way), ("market", "dan", other(way), 3)])


def stops_at_once(rng):
    """The price of the last trade is there before the stops are."""
    price = rng.randint(5, 9)
    steps = [("limit", "ann", "buy", price, 1), ("market", "bob", "sell", 1), ("limit", "cat", "buy", 2, 3), ("limit", "dan", "sell", 30, 3)]
    given = [("buy", price - 1), ("buy", price), ("sell", price), ("sell", price + 1), ("buy", price + 1), ("sell", price - 1)]
    return history([*steps, *(("stop", "bob", way, trigger, 1) for way, trigger in rng.sample(given, 4)), ("cancel", rng.randint(5, 8))])


def lower_numbers_come_first(rng):
    """A stop's trade releases one of a lower number while one of a higher number waits its turn."""
    steps = [("limit", "ann", "buy", price, 1) for price in (20, 14, 13, 12, 11)]
    steps += [("stop", "bob", "sell", trigger, 1) for trigger in (rng.choice([14, 15, 18]), 20, rng.choice([20, 21]))]
    if rng.random() < 0.5:
        steps = [(name, owner, other(way), 40 - price, quantity) for name, owner, way, price, quantity in steps]
    return history([*steps, ("market", "dan", other(steps[0][2]), 1)], positions())


def stops(rng):
    steps = [("limit", "ann", "sell", price, rng.randint(1, 3)) for price in (11, 12, 13)] + [("limit", "ann", "buy", price, rng.randint(1, 3)) for price in (10, 9, 8)]
    for _ in range(rng.randint(1, 4)):
        way = side(rng)
        steps.append(("stop", rng.choice(OWNERS[1:3]), way, rng.randint(8, 13), rng.randint(1, 3)))
    steps += [("market", "dan", side(rng), rng.randint(1, 5)) for _ in range(rng.randint(1, 3))]
    return history(steps, positions())


def edges_of_triggers(rng):
    """The last price is the trigger, one less or one more."""
    way, price = side(rng), rng.randint(5, 9)
    steps = [("limit", "ann", "buy", price, 1), ("market", "bob", "sell", 1), ("limit", "cat", "buy", 2, 3), ("limit", "dan", "sell", 30, 3)]
    stop = ("stop", "bob", way, price + rng.choice([-1, 0, 1]), rng.randint(1, 4))
    steps.insert(rng.choice([0, 1, 4]), stop)
    return history(steps)


def stops_without_a_trade(rng):
    steps = [("stop", "ann", side(rng), rng.randint(1, 20), 2) for _ in range(rng.randint(1, 3))] + [("limit", "bob", side(rng), 10, 5)]
    return history([*steps, ("cancel", rng.randint(1, 4)), ("amend", 1, 5, 1)])


def the_last_trade_counts(rng):
    """One arrival trades at several prices; only the last of them releases."""
    way = side(rng)
    prices = [10, 11, 12] if way == "sell" else [12, 11, 10]
    steps = [("limit", "ann", way, price, 2) for price in prices] + [("limit", "ann", other(way), 5 if way == "sell" else 20, 9)]
    steps += [("stop", "bob", rng.choice(["buy", "sell"]), rng.randint(9, 13), 1) for _ in range(3)]
    return history([*steps, ("limit", "cat", other(way), prices[-1], rng.randint(1, 6)), ("market", "cat", side(rng), 1)])


def chains_of_stops(rng):
    steps = [("limit", "ann", "buy", price, 1) for price in range(20, 12, -1)]
    triggers = [rng.randint(14, 20) for _ in range(rng.randint(2, 5))]
    steps += [("stop", rng.choice(OWNERS[1:]), "sell", trigger, rng.randint(1, 2)) for trigger in triggers]
    return history([*steps, ("market", "dan", "sell", rng.randint(1, 2))])


def stops_after_amends(rng):
    steps = [("limit", "ann", "buy", 8, 2), ("limit", "bob", "sell", 10, 2), ("limit", "bob", "sell", 12, 4), ("stop", "cat", "buy", rng.randint(9, 11), 2)]
    return history([*steps, ("amend", 1, rng.randint(9, 11), rng.randint(1, 3))])


def released_stops_are_gone(rng):
    steps = [("limit", "ann", "sell", 10, 2), ("stop", "bob", "buy", 10, rng.randint(1, 3)), ("market", "cat", "buy", 1)]
    return history([*steps, (rng.choice(["cancel", "cancel"]), rng.choice([1, 2])), ("amend", rng.choice([2, 3]), 10, 1), ("limit", "dan", "sell", 9, 2), ("limit", "cat", "buy", 9, 1)])


def refused(rng):
    way = side(rng)
    wrong, again = rng.sample([
        ("limit", "ann", way, 0, 1), ("limit", "ann", way, 5, 0), ("limit", "ann", way, -1, 3), ("limit", "ann", way, 5, -2), ("limit", "ann", way, 5, 3, 0), ("limit", "ann", way, 5, 3, -1),
        ("limit", "ann", "Buy", 5, 3), ("limit", "ann", "", 5, 3), ("market", "ann", way, 0), ("market", "ann", way, -5), ("market", "ann", "hold", 1), ("stop", "ann", way, 0, 1), ("stop", "ann", way, 3, 0),
        ("stop", "ann", "SELL", 3, 1), ("amend", 1, 0, 2), ("amend", 1, 5, 0), ("amend", 1, -5, 2), ("amend", 1, 7, -1), ("depth", "both"), ("depth", ""), ("depth", "buys"),
    ], 2)
    return history([("limit", "bob", way, 5, 4), wrong, again, ("limit", "bob", way, rng.randint(4, 6), 1), ("market", "cat", other(way), 2), ("cancel", 2)])


def least_amounts(rng):
    way = side(rng)
    return history([("limit", "ann", way, 1, 1, *rng.choice([[], [1], [2]])), ("stop", "cat", other(way), 1, 1), ("limit", "bob", other(way), 1, 1), ("limit", "bob", way, 1, 1)], positions())


def everything(rng):
    steps, count = [], 0
    for _ in range(rng.randint(12, 30)):
        kind = rng.choice(["limit", "limit", "limit", "peak", "market", "stop", "cancel", "amend"])
        if kind in ("limit", "peak"):
            steps.append((*limit(rng), *([rng.randint(1, 4)] if kind == "peak" else [])))
        elif kind == "market":
            steps.append(("market", rng.choice(OWNERS), side(rng), rng.randint(1, 9)))
        elif kind == "stop":
            steps.append(("stop", rng.choice(OWNERS), side(rng), rng.randint(7, 13), rng.randint(1, 5)))
        elif kind == "cancel":
            steps.append(("cancel", rng.randint(1, count + 1)))
        else:
            steps.append(("amend", rng.randint(1, count + 1), rng.randint(8, 12), rng.randint(1, 9)))
        count += kind not in ("cancel", "amend")
    return history(steps, positions())


def long_histories(rng):
    first, second, third = rng.sample([3, 5, 7, 11, 13], 3)
    return (
        "book = OrderBook()\n"
        f"for n in range({rng.randint(80, 200)}):\n"
        f"    book.limit('abcd'[n * {first} % 4], ['buy', 'sell'][n * {second} // 4 % 2], 90 + n * {third} % 17, 1 + n % 6, [None, None, 2][n % 3])\n"
        "[len(book.trades()), book.trades()[-5:], book.depth('buy')[:3], book.depth('sell')[:3], book.position('a')]"
    )


def copies_are_given(rng):
    return (
        "book = OrderBook()\nbook.limit('ann', 'buy', 5, 3)\nbook.market('bob', 'sell', 1)\n"
        f"{rng.choice(['book.trades().clear()', 'book.trades()[0].append(7)', 'book.depth(' + repr('buy') + ').clear()', 'book.position(' + repr('ann') + ').append(1)'])}\n"
        f"book.market('bob', 'sell', {rng.randint(1, 3)})\n[book.trades(), book.depth('buy'), book.position('ann'), book.position('bob')]"
    )


def two_books(rng):
    return f"first, second = OrderBook(), OrderBook()\nfirst.limit('ann', 'buy', {rng.randint(4, 6)}, 3)\nsecond.limit('bob', 'sell', 5, {rng.randint(1, 4)})\n[first.market('cat', 'sell', 2), second.market('cat', 'buy', 2), first.trades(), second.trades(), first.position('cat'), second.position('cat'), second.depth('sell')]"


def amends_of_what_is_partly_shown(rng):
    """An order with a peak has shown a part when its quantity is made less."""
    peak = rng.randint(2, 5)
    taken = rng.randint(1, peak - 1)
    whole = rng.randint(peak + 3, 14)
    steps = [("limit", "ann", "sell", 5, whole, peak), ("limit", "bob", "sell", 5, 2), ("market", "cat", "buy", taken), ("amend", 1, 5, rng.randint(1, whole - taken)), ("market", "cat", "buy", rng.randint(1, 4)), ("market", "dan", "buy", rng.randint(1, 3))]
    return history(steps, positions())


def numbers_after_what_was_refused(rng):
    wrong = [("limit", "ann", "buy", 5, 0), ("limit", "ann", "up", 5, 1), ("limit", "ann", "sell", 0, 1), ("limit", "bob", "sell", 9, 3, 0), ("market", "ann", "buy", 0), ("market", "ann", "", 1), ("stop", "ann", "buy", 0, 1), ("stop", "ann", "sell", 5, 0), ("stop", "ann", "none", 5, 1)]
    steps = [step for one in rng.sample(wrong, 3) for step in (one, rng.choice([("limit", "bob", "buy", 5, 2), ("market", "cat", "sell", 1), ("stop", "dan", "buy", 9, 1)]))]
    return history(steps, positions())


STRATA = [
    nothing_happened, apart, limits, two_owners, edges_of_prices, sweeps, markets, queues, owners_meet_themselves, peaks, edges_of_peaks, peaks_that_arrive, cancels,
    cancelled_twice, amends, edges_of_amends, amends_that_trade, amends_of_peaks, amended_parts, stops, stops_at_once, lower_numbers_come_first, edges_of_triggers, stops_without_a_trade, the_last_trade_counts,
    chains_of_stops, stops_after_amends, released_stops_are_gone, refused, least_amounts, everything, long_histories, copies_are_given, two_books,
    amends_of_what_is_partly_shown, numbers_after_what_was_refused,
]
