"""Crowds that come in turn and all at once, patient and not, to one counter and to many, with rests and without."""


def customer(rng, span, longest=8, patience=None, urgent=0.25):
    patient = rng.choice([0, 1, 2, rng.randint(0, 15), 50, 100]) if patience is None else patience
    return (rng.randint(0, span), rng.choice([1, 2, rng.randint(1, longest)]), patient, rng.random() < urgent)


def crowd(rng, most, span, least=1, **more):
    return [customer(rng, span, **more) for _ in range(rng.randint(least, most))]


def call(customers, counters, *rests):
    return f"serve({customers!r}, {', '.join(map(str, [counters, *rests]))})"


def rests(rng):
    return rng.choice([[], [], [1, 2], [2, rng.randint(0, 6)], [rng.randint(1, 4), rng.randint(0, 9)], [1]])


def both(rng, customers, counters, *rests):
    """What is served, or the report of it."""
    made = call(customers, counters, *rests)
    return rng.choice([made, made, f"crowd = {customers!r}\nreport(crowd, {made.replace(repr(customers), 'crowd')})"])


def anyone(rng):
    return both(rng, crowd(rng, 8, 15), rng.randint(1, 3), *rests(rng))


def one_counter(rng):
    return both(rng, crowd(rng, 7, 12, 2), 1, *rests(rng))


def two_counters(rng):
    return both(rng, crowd(rng, 9, 12, 3), 2, *rests(rng))


def many_counters(rng):
    return both(rng, crowd(rng, 10, 6, 4), rng.randint(3, 8), *rests(rng))


def patient_crowd(rng):
    return both(rng, crowd(rng, 10, 10, 3, patience=500), rng.randint(1, 3), *rests(rng))


def impatient_crowd(rng):
    return both(rng, crowd(rng, 10, 10, 3, patience=rng.randint(0, 3)), rng.randint(1, 3), *rests(rng))


def all_at_once(rng):
    now = rng.choice([0, 5])
    return both(rng, [(now, *customer(rng, 0)[1:]) for _ in range(rng.randint(2, 9))], rng.randint(1, 4), *rests(rng))


def in_any_order(rng):
    people = [(arrival, rng.randint(1, 4), 30, False) for arrival in rng.sample(range(9), rng.randint(3, 7))]
    return call(people, rng.randint(1, 2), *rests(rng))


def the_same_minute(rng):
    return call([(rng.choice([2, 2, 3]), rng.randint(1, 4), rng.choice([20, 30]), rng.random() < 0.3) for _ in range(rng.randint(3, 7))], rng.randint(1, 2))


def urgent_ones(rng):
    return call(crowd(rng, 9, 6, 4, urgent=0.5, patience=99), rng.randint(1, 2), *rests(rng))


def all_urgent(rng):
    return call(crowd(rng, 7, 6, 2, urgent=1), rng.randint(1, 2))


def urgent_does_not_interrupt(rng):
    start = rng.randint(1, 5)
    return call([(0, 9, 9, False), (1, 2, 30, False), (start, 1, rng.randint(3, 30), True), (start, 1, 30, rng.random() < 0.5)], 1)


def patience_just_enough(rng):
    """The counter is free in the minute in which the patience ends, or one before or after."""
    minutes = rng.randint(1, 6)
    people = [(0, minutes, 0, False), (0, rng.randint(1, 3), minutes + rng.choice([-1, 0, 0, 1]), False), (rng.randint(0, minutes), 1, rng.randint(0, minutes), rng.random() < 0.3)]
    return both(rng, people, 1, rng.choice([1, 2, 9]), rng.choice([0, 0, 1]))


def no_patience(rng):
    return both(rng, crowd(rng, 8, 8, 2, patience=0), rng.randint(1, 3), *rests(rng))


def leaving_lets_others_in(rng):
    people = [(0, rng.randint(5, 9), 1, False), (1, 3, rng.randint(0, 5), True), (2, 2, 40, False), (3, 2, rng.randint(1, 9), False)]
    return both(rng, people, 1, 9)


def rests_after_each(rng):
    return call(crowd(rng, 8, 9, 3, patience=rng.choice([4, 60])), rng.randint(1, 2), 1, rng.randint(0, 5))


def rests_after_some(rng):
    after = rng.randint(2, 4)
    return call([(rng.choice([0, 0, 1, 30]), rng.randint(1, 3), 99, False) for _ in range(after + rng.randint(0, 5))], rng.randint(1, 2), after, rng.randint(1, 20))


def rests_as_usual(rng):
    return call([(rng.randint(0, 3), rng.randint(1, 2), 99, False) for _ in range(rng.randint(5, 12))], 1)


def idle_between(rng):
    people = [(20 * turn + rng.randint(0, 4), rng.randint(1, 25), rng.randint(0, 9), False) for turn in range(rng.randint(2, 5))]
    return both(rng, people, rng.randint(1, 2), *rests(rng))


def nobody(rng):
    made = f"serve([], {rng.randint(1, 4)}, {rng.randint(1, 9)}, {rng.randint(0, 9)})"
    return rng.choice([made, f"report([], {made})"])


def wrong_hall(rng):
    return call(crowd(rng, 2, 3, 0), *rng.choice([(0,), (-1,), (1, 0), (1, -1, 3), (1, 1, -1), (0, 1, 1), (2, 2, -5), (1, 1, 0)]))


def wrong_customer(rng):
    people = crowd(rng, 4, 5)
    people[rng.randrange(len(people))] = rng.choice([(-1, 1, 1, False), (0, 0, 1, False), (0, -2, 1, True), (3, 1, -1, False), (0, 1, 0, True)])
    return call(people, rng.randint(1, 2))


def queue_told(rng):
    people = crowd(rng, 8, 6, 3)
    return f"crowd = {people!r}\nrecords = serve(crowd, {rng.randint(1, 2)})\n[queue_at(crowd, records, moment) for moment in range({rng.randint(0, 3)}, {rng.randint(6, 14)})]"


def unchanged(rng):
    people = crowd(rng, 5, 6, 2)
    return f"crowd = {people!r}\nrecords = serve(crowd, 1)\n[report(crowd, records), crowd, records]"


def by_hand(rng):
    people = [(rng.randint(0, 5), 2, 9, False) for _ in range(rng.randint(1, 5))]
    records = [rng.choice([(rng.randint(1, 3), arrival + 1, arrival + rng.randint(2, 9)), (None, arrival + 2, arrival + 2), (2, arrival, arrival + 4)]) for arrival, *_ in people]
    return f"report({people!r}, {records!r})"


def hundreds(rng):
    return f"crowd = [(n * {rng.randint(3, 9)} % {rng.randint(40, 200)}, n % {rng.randint(2, 9)} + 1, n * 5 % {rng.randint(5, 60)}, n % {rng.randint(3, 9)} == 0) for n in range({rng.randint(60, 110)})]\nreport(crowd, serve(crowd, {rng.randint(1, 9)}, {rng.randint(1, 9)}, {rng.randint(0, 5)}))"


TRY = "def tried(function, *given):\n    try: return function(*given)\n    except Exception as error: return type(error).__name__\n"


def left_while_a_counter_rests(rng):
    """Those who come last leave after all that was served has ended."""
    people = [(rng.randint(0, 3), rng.randint(1, 4), 90, False)] + [(rng.randint(4, 9), rng.randint(1, 5), rng.randint(3, 30), rng.random() < 0.3) for _ in range(rng.randint(2, 4))]
    return f"crowd = {people!r}\nrecords = serve(crowd, 1, 1, {rng.randint(40, 90)})\n[records, report(crowd, records)]"


def halls_refused(rng):
    halls = [(0,), (-1,), (1, 0), (1, -1), (1, 1, -1), (1, 1, 0), (1, 5, -3), (1,), (2, 1)]
    people = rng.choice([[], [], [], crowd(rng, 2, 5)])
    return f"{TRY}[tried(serve, {people!r}, *hall) for hall in {rng.sample(halls, 7)!r}]"


STRATA = [
    anyone, one_counter, two_counters, many_counters, patient_crowd, impatient_crowd, all_at_once, in_any_order, the_same_minute,
    urgent_ones, all_urgent, urgent_does_not_interrupt, patience_just_enough, no_patience, leaving_lets_others_in, rests_after_each,
    rests_after_some, rests_as_usual, idle_between, nobody, wrong_hall, wrong_customer, queue_told, unchanged, by_hand, hundreds,
    left_while_a_counter_rests, halls_refused,
]
