"""Lists of integers of every size and sign, from none to hundreds, in every mixture of odd and even."""


def numbers_up_to(rng, limit, least, most):
    return [rng.randint(-limit, limit) for _ in range(rng.randint(least, most))]


def call(numbers):
    return f"sum_even({numbers!r})"


def small(rng):
    return call(numbers_up_to(rng, 9, 0, 8))


def one(rng):
    return call([rng.randint(-1000, 1000)])


def two(rng):
    return call([rng.randint(-20, 20), rng.randint(-20, 20)])


def middling(rng):
    return call(numbers_up_to(rng, 1000, 3, 14))


def huge(rng):
    return call(numbers_up_to(rng, rng.choice([2**31, 2**53, 2**64, 10**30, 2**600]), 1, 8))


def at_the_edge_of_a_machine_word(rng):
    edges = [2**31, -(2**31), 2**32, 2**53, 2**63, -(2**63), 2**64, 10**18, 2**128, -(2**256)]
    return call([rng.choice(edges) + rng.randint(-2, 2) for _ in range(rng.randint(1, 4))])


def of_thousands_of_digits(rng):
    """More digits than Python turns into text unless asked to."""
    parts = [f"{rng.choice(['', '-'])}10**{rng.randint(4301, 4400)} + {rng.randint(0, 99)}" for _ in range(rng.randint(1, 3))]
    parts.insert(rng.randint(0, len(parts)), f"10**{rng.randint(4301, 4400)} + {2 * rng.randint(0, 99)}")
    return f"sum_even([{', '.join(parts)}]) % {rng.randint(10**6, 10**9)}"


def only_even(rng):
    return call([2 * number for number in numbers_up_to(rng, 50, 1, 10)])


def only_odd(rng):
    return call([2 * number + 1 for number in numbers_up_to(rng, 50, 1, 10)])


def only_negative(rng):
    return call([-rng.randint(1, 60) for _ in range(rng.randint(1, 10))])


def zeros(rng):
    return call([rng.choice([0, 0, 1, -1, 2, -2]) for _ in range(rng.randint(1, 9))])


def the_same_again(rng):
    few = numbers_up_to(rng, 12, 1, 3)
    return call([rng.choice(few) for _ in range(rng.randint(2, 12))])


def cancelling(rng):
    numbers = numbers_up_to(rng, 40, 1, 6)
    return call(numbers + [-number for number in reversed(numbers)] + numbers_up_to(rng, 9, 0, 2))


def many(rng):
    return call(numbers_up_to(rng, 300, 40, 120))


def hundreds(rng):
    first, size, step = rng.randint(-50, 50), rng.randint(300, 600), rng.choice([1, 2, 3, 5])
    return f"sum_even(list(range({first}, {first + size * step}, {step})))"


def in_a_row(rng):
    first = rng.randint(-50, 50)
    return f"sum_even(list(range({first}, {first + rng.randint(0, 250)}, {rng.choice([1, 1, 2, 3, 5])})))"


def one_after_another(rng):
    lists = [numbers_up_to(rng, 12, 0, 4) for _ in range(rng.randint(2, 4))]
    return f"[sum_even(numbers) for numbers in {lists!r}]"


def argument_unchanged(rng):
    return f"numbers = {numbers_up_to(rng, 30, 0, 8)!r}\ntotal = sum_even(numbers)\n[total, numbers]"


STRATA = [
    small,
    one,
    two,
    middling,
    huge,
    at_the_edge_of_a_machine_word,
    of_thousands_of_digits,
    only_even,
    only_odd,
    only_negative,
    zeros,
    the_same_again,
    cancelling,
    many,
    hundreds,
    in_a_row,
    one_after_another,
    argument_unchanged,
]
