"""Intervals that overlap, touch, lie inside each other or stay apart, from none to a thousand, in every order."""


def near(rng, least, most, span, length):
    intervals = []
    for _ in range(rng.randint(least, most)):
        start = rng.randint(-span, span)
        intervals.append([start, start + rng.randint(0, length)])
    return intervals


def call(intervals):
    return f"merge_intervals({intervals!r})"


def ordered(rng, intervals):
    order = rng.randint(0, 2)
    if order == 0:
        intervals.sort()
    elif order == 1:
        rng.shuffle(intervals)
    else:
        intervals.sort(reverse=True)
    return intervals


def chain(rng, steps):
    """Neighbours whose distance is one of `steps`: 0 touches, 1 is the least that stays apart, below 0 overlaps."""
    start, intervals = rng.randint(-20, 20), []
    for _ in range(rng.randint(2, 7)):
        end = start + rng.randint(0, 4)
        intervals.append([start, end])
        start = max(intervals[-1][0], end + rng.choice(steps))
    return intervals


def one(rng):
    return call(near(rng, 1, 1, 50, 9))


def two(rng):
    return call(near(rng, 2, 2, 4, 5))


def few(rng):
    return call(near(rng, 3, 8, 14, 6))


def few_in_order(rng):
    return call(sorted(near(rng, 3, 8, 14, 6)))


def far_apart(rng):
    return call(near(rng, 2, 8, 10**6, 50))


def touching(rng):
    return call(ordered(rng, chain(rng, [0])))


def just_apart(rng):
    return call(ordered(rng, chain(rng, [1])))


def touching_or_just_apart(rng):
    return call(ordered(rng, chain(rng, [0, 1, 2])))


def overlapping_by_little(rng):
    return call(ordered(rng, chain(rng, [-1, -1, 0, 1])))


def one_inside_another(rng):
    outer = [rng.randint(-20, 0), rng.randint(20, 40)]
    inner = [interval for interval in near(rng, 1, 5, 18, 4)]
    return call(ordered(rng, [outer, *inner, *near(rng, 0, 2, 60, 5)]))


def the_same_start_or_end(rng):
    place = rng.randint(-9, 9)
    intervals = [[place, place + rng.randint(0, 9)] for _ in range(rng.randint(1, 3))]
    intervals += [[place - rng.randint(0, 9), place] for _ in range(rng.randint(0, 2))]
    intervals += [[place - rng.randint(1, 9), place + 9] for _ in range(rng.randint(0, 2))]
    return call(ordered(rng, intervals))


def the_same_again(rng):
    intervals = near(rng, 1, 3, 12, 5)
    return call(ordered(rng, [list(interval) for interval in intervals for _ in range(rng.randint(1, 3))]))


def points(rng):
    return call(near(rng, 1, 9, 6, 0))


def points_and_intervals(rng):
    return call(near(rng, 1, 5, 9, 0) + near(rng, 1, 4, 9, 4))


def around_zero(rng):
    ends = [-2, -1, 0, 0, 1, 2]
    return call([sorted([rng.choice(ends), rng.choice(ends)]) for _ in range(rng.randint(1, 5))])


def all_negative(rng):
    return call([[start - 60, end - 60] for start, end in near(rng, 2, 6, 15, 6)])


def huge(rng):
    big = rng.choice([2**31, 2**53, 10**20])
    return call([[start * big, end * big + rng.randint(0, 1)] for start, end in near(rng, 2, 6, 4, 2)])


def huge_and_close(rng):
    """Far from zero, where a float cannot tell neighbours apart."""
    far = rng.choice([2**53, 10**20, 2**200]) * rng.choice([1, -1])
    return call(ordered(rng, [[far + start, far + end] for start, end in chain(rng, [-1, 0, 1, 1, 2])]))


def hundreds(rng):
    factor, span, length = rng.choice([7, 11, 37, 101]), rng.choice([500, 900, 1500]), rng.randint(1, 4)
    start = f"n * {factor} % {span}"
    return f"merge_intervals([[{start}, {start} + n % {length}] for n in range({rng.randint(130, 300)})])"


def over_a_thousand(rng):
    """More than a recursion over them reaches; in two orders and no more, so that comparing all pairs has fuel for it."""
    order = rng.choice(["range(1010)", "range(1009, -1, -1)"])
    return f"merge_intervals([[n + n // 340, n + n // 340 + 1] for n in {order}])"


def many(rng):
    return call(near(rng, 30, 70, 150, rng.choice([2, 5, 9])))


def bridged_late(rng):
    """What looks apart until an interval that comes later joins it."""
    apart = [[start, start + 2] for start in range(0, 8 * rng.randint(2, 5), 8)]
    first = rng.randint(0, len(apart) - 2)
    apart.append([apart[first][1] - rng.randint(0, 1), apart[rng.randint(first + 1, len(apart) - 1)][0]])
    return call(rng.choice([apart, apart[::-1], rng.sample(apart, len(apart))]))


def one_after_another(rng):
    lists = [near(rng, 0, 3, 6, 4) for _ in range(rng.randint(2, 3))]
    return f"[merge_intervals(intervals) for intervals in {lists!r}]"


STRATA = [
    one,
    two,
    few,
    few_in_order,
    far_apart,
    touching,
    just_apart,
    touching_or_just_apart,
    overlapping_by_little,
    one_inside_another,
    the_same_start_or_end,
    the_same_again,
    points,
    points_and_intervals,
    around_zero,
    all_negative,
    huge,
    huge_and_close,
    many,
    hundreds,
    over_a_thousand,
    bridged_late,
    one_after_another,
]
