"""Elections of every size with ties, surpluses, papers that run out and lists that are not valid."""

NAMES = ["ann", "bob", "cem", "dag", "eva", "fox", "gus"]


def held(candidates, ballots, seats):
    return f"count({candidates!r}, {ballots!r}, {seats})"


def people(rng, least, most):
    return rng.sample(NAMES, rng.randint(least, most))


def lists(rng, candidates, count, most=9, least_names=1):
    """Ballots whose lists have some of the candidates, in any order."""
    return [(rng.randint(1, most), rng.sample(candidates, rng.randint(min(least_names, len(candidates)), len(candidates)))) for _ in range(count)]


def any_election(rng):
    candidates = people(rng, 2, 6)
    return held(candidates, lists(rng, candidates, rng.randint(1, 7)), rng.randint(1, 3))


def one_seat(rng):
    candidates = people(rng, 2, 6)
    return held(candidates, lists(rng, candidates, rng.randint(2, 8)), 1)


def several_seats(rng):
    candidates = people(rng, 4, 7)
    return held(candidates, lists(rng, candidates, rng.randint(4, 9), 20, 2), rng.randint(2, 4))


def large_surpluses(rng):
    candidates = people(rng, 3, 6)
    first = candidates[rng.randrange(len(candidates))]
    rest = [name for name in candidates if name != first]
    ballots = [(rng.randint(5, 40), [first, *rng.sample(rest, rng.randint(0, len(rest)))]) for _ in range(rng.randint(1, 4))]
    return held(candidates, [*ballots, *lists(rng, candidates, 3)], rng.randint(2, 3))


def several_surpluses(rng):
    candidates = people(rng, 5, 7)
    big = candidates[:3]
    rng.shuffle(candidates)
    ballots = [(rng.randint(9, 15), [name, *rng.sample([one for one in candidates if one != name], rng.randint(1, 4))]) for name in big]
    return held(candidates, [*ballots, *[(rng.randint(1, 3), [name]) for name in candidates if rng.random() < 0.8]], rng.randint(3, 4))


def equal_surpluses(rng):
    candidates = people(rng, 4, 6)
    size = rng.randint(5, 9)
    ballots = [(size, [name, *rng.sample([one for one in candidates if one != name], 2)]) for name in rng.sample(candidates, 2)]
    return held(candidates, [*ballots, *[(rng.randint(0, 2), [name]) for name in candidates]], 3)


def surplus_after_a_transfer(rng):
    """Somebody is elected by papers of others, and hands on all of them."""
    candidates = people(rng, 5, 6)
    a, b, c, d, e = candidates[:5]
    last = rng.randint(1, 3)
    ballots = [(rng.randint(5, 7), [a, *rng.sample([c, d, e], rng.randint(0, 2))]), (rng.randint(3, 5), [b, *rng.sample([d, e, c], 2)]), (last, [c, b, *rng.sample([d, e], rng.randint(0, 2))]), (rng.randint(1, 2), [c, b]), (rng.randint(3, 5), [d]), (rng.randint(3, 5), [e])]
    rng.shuffle(candidates)
    return held(candidates, ballots, rng.randint(2, 3))


def handed_on_twice(rng):
    """Papers lose worth with each surplus that they are part of."""
    candidates = people(rng, 4, 6)
    order = rng.sample(candidates, len(candidates))
    ballots = [(rng.randint(20, 99), order), (rng.randint(1, 20), order[1:]), (rng.randint(1, 9), order[2:]), *[(rng.randint(1, 9), [name]) for name in order[1:]]]
    return held(candidates, ballots, rng.randint(2, 4))


def exactly_the_quota(rng):
    seats = rng.randint(1, 3)
    candidates = people(rng, seats + 1, 6)
    quota = rng.randint(2, 6)
    ballots = [(quota, [candidates[0], *candidates[-1:]]), *[(max(0, quota + rng.choice([-1, -1, 0, 1])), [name, *rng.sample(candidates, 1)]) for name in candidates[1 : seats + 1]]]
    left = quota * (seats + 1) - 1 - sum(times for times, _ in ballots)
    if left > 0:
        ballots.append((left, [candidates[-1]]))
    rng.shuffle(candidates)
    return held(candidates, ballots, seats)


def equals_from_the_start(rng):
    candidates = people(rng, 3, 6)
    times = rng.randint(1, 3)
    ballots = [(times, [name, *rng.sample(candidates, rng.randint(0, 2))]) for name in rng.sample(candidates, len(candidates))]
    return held(candidates, ballots, rng.randint(1, 2))


def equals_that_were_not(rng):
    """Totals meet after transfers, so that earlier rounds decide."""
    candidates = people(rng, 4, 6)
    a, b, c, d = candidates[:4]
    more, less = rng.randint(1, 2), rng.randint(3, 5)
    ballots = [(less + more, [a]), (less, [b]), (more, [c, b]), (less + more + rng.randint(0, 1), [d]), *[(rng.randint(0, more), [name, rng.choice([a, b, d])]) for name in candidates[4:]]]
    rng.shuffle(candidates)
    return held(candidates, ballots, rng.choice([1, 1, 2]))


def equals_in_many_rounds(rng):
    candidates = people(rng, 5, 7)
    ballots = [(rng.randint(1, 2), rng.sample(candidates, rng.randint(1, 4))) for _ in range(rng.randint(6, 9))]
    return held(candidates, ballots, 1)


def equals_who_are_elected(rng):
    """The order of those who are elected in one round is by rank, too."""
    candidates = people(rng, 3, 5)
    size = rng.randint(4, 8)
    ballots = [(size, [name]) for name in rng.sample(candidates, 2)] + [(rng.randint(0, size), [name, rng.choice(candidates)]) for name in candidates]
    return held(candidates, ballots, rng.randint(2, 3))


def elected_without_the_quota(rng):
    candidates = people(rng, 3, 6)
    ballots = [(rng.randint(1, 3), [name]) for name in rng.sample(candidates, rng.randint(1, len(candidates)))]
    return held(candidates, ballots, rng.randint(len(candidates) - 2, len(candidates)))


def papers_that_run_out(rng):
    candidates = people(rng, 4, 7)
    ballots = [(rng.randint(1, 9), rng.sample(candidates, rng.randint(1, 2))) for _ in range(rng.randint(4, 8))]
    return held(candidates, ballots, rng.randint(1, 2))


def lists_that_are_not_valid(rng):
    candidates = people(rng, 2, 5)
    odd = [*candidates, *candidates, "nobody", "", candidates[0].upper(), candidates[0] + " "]
    ballots = [(rng.randint(1, 9), [rng.choice(odd) for _ in range(rng.randint(0, 5))]) for _ in range(rng.randint(2, 6))]
    return held(candidates, ballots, rng.randint(1, 3))


def repeated_names(rng):
    candidates = people(rng, 3, 5)
    ballots = []
    for _ in range(rng.randint(3, 6)):
        names = rng.sample(candidates, rng.randint(2, len(candidates)))
        names.insert(rng.randint(1, len(names)), rng.choice(names))
        ballots.append((rng.randint(1, 9), names))
    return held(candidates, ballots, rng.randint(1, 2))


def what_counts_for_the_quota(rng):
    """Papers with nothing left do not count for it, whatever their number."""
    candidates = people(rng, 2, 4)
    ballots = [(rng.randint(1, 6), [name, *rng.sample(candidates, 1)]) for name in candidates]
    return held(candidates, [*ballots, (rng.randint(1, 30), rng.choice([[], ["nobody"], ["nobody", candidates[0]], [""]]))], rng.randint(1, 2))


def seats_for_all(rng):
    candidates = people(rng, 1, 5)
    return held(candidates, lists(rng, candidates, rng.randint(0, 5)), len(candidates) + rng.randint(0, 2))


def no_seats(rng):
    candidates = people(rng, 0, 3)
    return held(candidates, lists(rng, candidates, rng.randint(0, 3)) if candidates else [(2, ["ann"])], 0)


def nobody_votes(rng):
    candidates = people(rng, 0, 6)
    return held(candidates, rng.choice([[], [(0, candidates)], [(5, [])], [(3, ["nobody"])]]), rng.randint(0, 3))


def nobody_stands(rng):
    return held([], [(rng.randint(1, 99), rng.sample(NAMES, rng.randint(0, 2)))], rng.randint(0, 9))


def one_candidate(rng):
    return held(["ann"], [(rng.randint(0, 9), rng.choice([["ann"], ["bob", "ann"], ["ann", "ann"], []])) for _ in range(rng.randint(0, 3))], rng.randint(0, 2))


def none_of_some_papers(rng):
    candidates = people(rng, 3, 5)
    return held(candidates, [(rng.choice([0, 0, 1, 5]), rng.sample(candidates, rng.randint(1, 3))) for _ in range(rng.randint(3, 6))], rng.randint(1, 2))


def many_papers(rng):
    candidates = people(rng, 4, 6)
    return held(candidates, lists(rng, candidates, rng.randint(4, 8), rng.choice([100, 1000, 99999]), 2), rng.randint(1, 3))


def rounded_worths(rng):
    """Surpluses that do not divide their total."""
    candidates = people(rng, 4, 5)
    first, *rest = candidates
    ballots = [(rng.choice([7, 11, 13, 17, 19, 23]), [first, *rng.sample(rest, rng.randint(1, 3))]) for _ in range(rng.randint(1, 3))]
    rng.shuffle(candidates)
    return held(candidates, [*ballots, *[(rng.randint(1, 6), [name, rng.choice(rest)]) for name in rest]], rng.randint(2, 3))


def held_until_handed_on(rng):
    """Papers of somebody elected who has no surplus, or not handed it on yet, count for nobody."""
    candidates = people(rng, 5, 6)
    a, b, c, d, e = candidates[:5]
    size = rng.randint(6, 9)
    ballots = [(size + rng.randint(0, 3), [a, c, d]), (size + rng.randint(0, 3), [b, d, c]), (rng.randint(1, 3), [c]), (rng.randint(1, 3), [d, e]), (rng.randint(1, 4), [e, c])]
    rng.shuffle(candidates)
    return held(candidates, ballots, rng.randint(2, 3))


def nothing_is_changed(rng):
    candidates = people(rng, 3, 5)
    ballots = lists(rng, candidates, rng.randint(2, 5))
    return f"candidates, ballots = {candidates!r}, {ballots!r}\none = count(candidates, ballots, {rng.randint(1, 2)})\none[0].append('x')\none[1][0][0]['x'] = 1\n[count(candidates, ballots, {rng.randint(1, 2)}), candidates, ballots]"


def crowded(rng):
    count, seats = rng.randint(15, 30), rng.randint(1, 4)
    return f"count([str(n) for n in range({count})], [(n % {rng.randint(2, 7)} + 1, [str((n * k) % {count}) for k in range(1, 5)]) for n in range(1, {count})], {seats})[{rng.choice([0, 1])}][-3:]"


def several_counts(counts):
    """What happened in each round of several elections."""
    return f"[[elected, [step[1:] for step in rounds]] for elected, rounds in [count(*given) for given in {counts!r}]]"


def many_equals(rng):
    """Few papers and many candidates, so that earlier rounds decide again and again."""
    counts = []
    for _ in range(4):
        names = rng.sample(NAMES, 7)
        papers = [(rng.choice([1, 1, 1, 2]), rng.sample(names, rng.randint(2, 4))) for _ in range(rng.randint(10, 13))]
        counts.append((names, papers, rng.choice([1, 2, 2])))
    return several_counts(counts)


def lists_that_come_back(rng):
    """Names stand again, and others behind them, which do not count any more."""
    counts = []
    for _ in range(5):
        one, two, three = names = rng.sample(NAMES, 3)
        papers = [(2, [one, one, two]), (3, [two, one, two, three]), (rng.choice([3, 4]), [three]), (rng.randint(0, 1) + 1, [one, two, one, three])]
        if rng.random() < 0.5:
            size = rng.randint(3, 5)
            papers = [(2, [one, one, two]), (size, [two]), (size + 1, [three])]
        rng.shuffle(papers)
        counts.append((rng.sample(names, 3), papers, rng.choice([1, 1, 2])))
    return several_counts(counts)


def surpluses_that_are_equal(rng):
    counts = []
    for _ in range(4):
        names = rng.sample(NAMES, 5)
        size = rng.randint(5, 7)
        papers = [(size, [names[0], names[2], names[3]]), (size, [names[1], names[3]]), (rng.randint(1, 2), [names[2]]), (rng.randint(1, 2), [names[3]]), (rng.randint(1, 3), [names[4], names[2]])]
        counts.append((rng.sample(names, 5), papers, 3))
    return several_counts(counts)


def equals_that_led_in_turn(rng):
    """Two are equal now, of whom one had more in the first round and the other in the second."""
    counts = []
    for _ in range(3):
        names = rng.sample(NAMES, 5)
        one, two, third, fourth, most = names
        by = rng.randint(1, 3)
        papers = [(4 * by, [one, most]), (3 * by, [two, most]), (2 * by, [third, two]), (by, [fourth, one]), (2 * by, [fourth]), (9 * by, [most])]
        counts.append((rng.sample(names, 5), rng.sample(papers, 6), 1))
    return several_counts(counts)


STRATA = [
    any_election, one_seat, several_seats, large_surpluses, several_surpluses, equal_surpluses, surplus_after_a_transfer, handed_on_twice,
    exactly_the_quota, equals_from_the_start, equals_that_were_not, equals_in_many_rounds, equals_who_are_elected, elected_without_the_quota,
    papers_that_run_out, lists_that_are_not_valid, repeated_names, what_counts_for_the_quota, seats_for_all, no_seats, nobody_votes,
    nobody_stands, one_candidate, none_of_some_papers, many_papers, rounded_worths, held_until_handed_on, nothing_is_changed, crowded,
    many_equals, lists_that_come_back, surpluses_that_are_equal, equals_that_led_in_turn,
]
