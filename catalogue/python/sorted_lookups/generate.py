"""Falling lists of every length, with equal items and without, and targets on, beside, between and beyond them."""


def falling(rng, least, most, spread=20):
    return sorted((rng.randint(-spread, spread) for _ in range(rng.randint(least, most))), reverse=True)


def few_values(rng, most=12):
    values = rng.sample(range(-15, 16), rng.randint(1, 3))
    return sorted(rng.choices(values, k=rng.randint(1, most)), reverse=True)


def target_of(rng, items):
    return rng.choice([rng.choice(items) + rng.choice([0, 0, 1, -1]), rng.randint(min(items) - 3, max(items) + 3), (max(items) + min(items)) // 2])


def any_use(rng, items, target):
    return f"{rng.choice(['first_at_most', 'span', 'nearest'])}({items!r}, {target})"


def finds(rng):
    items = falling(rng, 1, 9)
    return f"first_at_most({items!r}, {target_of(rng, items)})"


def finds_among_equals(rng):
    items = few_values(rng)
    return f"first_at_most({items!r}, {target_of(rng, items)})"


def beyond_the_ends(rng):
    items = falling(rng, 1, 7)
    return any_use(rng, items, rng.choice([items[0] + rng.randint(0, 5), items[-1] - rng.randint(0, 5)]))


def one_item(rng):
    item = rng.randint(-9, 9)
    return any_use(rng, [item], item + rng.randint(-2, 2))


def two_items(rng):
    items = falling(rng, 2, 2, 6)
    return any_use(rng, items, rng.randint(items[1] - 1, items[0] + 1))


def no_items(rng):
    target = rng.randint(-40, 40)
    return rng.choice([f"first_at_most([], {target})", f"span([], {target})", f"count_between([], {target}, {target + rng.randint(-2, 5)})", f"nearest([], {target})"])


def spans(rng):
    items = few_values(rng)
    return f"span({items!r}, {target_of(rng, items)})"


def spans_of_all(rng):
    item = rng.randint(-9, 9)
    return f"span([{item}] * {rng.randint(1, 40)}, {item + rng.choice([0, 0, -1, 1])})"


def empty_spans(rng):
    items = sorted(rng.sample(range(-20, 21, 2), rng.randint(1, 8)), reverse=True)
    return f"span({items!r}, {rng.choice(items) + rng.choice([1, -1])})"


def counts(rng):
    items = falling(rng, 1, 12, 12)
    low = rng.randint(-14, 14)
    return f"count_between({items!r}, {low}, {low + rng.randint(0, 12)})"


def counts_between_items(rng):
    items = few_values(rng)
    limits = sorted([target_of(rng, items), target_of(rng, items)])
    return f"count_between({items!r}, {limits[0]}, {limits[1]})"


def counts_of_one_value(rng):
    items = few_values(rng)
    target = target_of(rng, items)
    return f"count_between({items!r}, {target}, {target})"


def limits_the_wrong_way_round(rng):
    items = falling(rng, 1, 9, 9)
    high = rng.randint(-9, 9)
    return f"count_between({items!r}, {high + rng.choice([1, 1, 2, rng.randint(3, 9)])}, {high})"


def counts_all_or_none(rng):
    items = falling(rng, 1, 9)
    return f"count_between({items!r}, {rng.choice([f'{items[-1]}, {items[0]}', f'{items[-1] + 1}, {items[0]}', f'{items[-1]}, {items[0] - 1}', f'{items[0] + 1}, {items[0] + 9}', f'{items[-1] - 9}, {items[-1] - 1}'])})"


def is_nearest(rng):
    items = falling(rng, 1, 9, 40)
    return f"nearest({items!r}, {target_of(rng, items)})"


def nearest_among_equals(rng):
    items = few_values(rng)
    return f"nearest({items!r}, {target_of(rng, items)})"


def nearest_is_larger(rng):
    """A run of equal items, or the last of all, lies nearer above the target than what follows."""
    item, gap = rng.randint(-20, 20), rng.randint(3, 9)
    items = [item + rng.randint(1, 9)] * rng.randint(0, 2) + [item] * rng.randint(1, 5) + [item - 2 * gap - 1] * rng.randint(0, 2)
    return f"nearest({items!r}, {item - rng.randint(1, gap)})"


def halfway(rng):
    low, half = rng.randint(-20, 20), rng.randint(1, 9)
    items = [low + 2 * half] * rng.randint(1, 3) + [low] * rng.randint(1, 3)
    items = [items[0] + rng.randint(0, 9)] * rng.randint(0, 2) + items + [low - rng.randint(0, 9)] * rng.randint(0, 2)
    return f"nearest({items!r}, {low + half + rng.choice([0, 0, 1, -1])})"


def beside_halfway(rng):
    low, gap = rng.randint(-20, 20), rng.choice([1, 3, 5, 7])
    return f"nearest({[low + gap] * rng.randint(1, 3) + [low] * rng.randint(1, 3)!r}, {low + gap // 2 + rng.randint(0, 1)})"


def negative_only(rng):
    items = [-1 - abs(item) for item in falling(rng, 1, 8)]
    items.sort(reverse=True)
    return any_use(rng, items, target_of(rng, items))


def huge(rng):
    items = sorted((rng.choice([1, -1]) * rng.randint(10**16, 10**16 + 6) for _ in range(rng.randint(1, 7))), reverse=True)
    return any_use(rng, items, rng.choice(items) + rng.randint(-1, 1))


def hundreds(rng):
    count, step = rng.randint(100, 900), rng.randint(1, 5)
    return f"{rng.choice(['first_at_most', 'span', 'nearest'])}([n // {step} * {rng.randint(1, 6)} for n in range({count}, 0, -1)], {rng.randint(-2, count * 2)})"


def counts_hundreds(rng):
    count, low = rng.randint(100, 900), rng.randint(-5, 400)
    return f"count_between([n // {rng.randint(1, 9)} for n in range({count}, 0, -1)], {low}, {low + rng.randint(0, 300)})"


def every_target_in_turn(rng):
    items = few_values(rng, 7)
    return f"[{rng.choice(['first_at_most', 'span', 'nearest'])}({items!r}, target) for target in range({items[-1] - 2}, {items[0] + 3})]"


def items_unchanged(rng):
    items = few_values(rng, 6)
    use = rng.choice([f"nearest(items, {target_of(rng, items)})", f"span(items, {target_of(rng, items)})", f"count_between(items, {items[-1]}, {items[0]})"])
    return f"items = {items!r}\nresult = {use}\n[result, items]"


def nearest_among_huge(rng):
    """Differences that no float shows."""
    base = rng.choice([1, -1]) * rng.choice([2**53, 2**60, 10**18])
    items = sorted((base + rng.randint(-9, 9) for _ in range(rng.randint(2, 5))), reverse=True)
    return f"nearest({items!r}, {rng.randint(items[-1], items[0])})"


def limits_around_items(rng):
    """Items stand side by side, so that some lie between the limits whichever way round these are."""
    first = rng.randint(-5, 9)
    items = [first - n // rng.randint(1, 2) for n in range(rng.randint(3, 9))]
    items.sort(reverse=True)
    low, high = rng.choice(items) + rng.randint(0, 1), rng.choice(items) - rng.randint(0, 1)
    return f"count_between({items!r}, {low}, {high})"


STRATA = [nearest_among_huge, limits_around_items, finds, finds_among_equals, beyond_the_ends, one_item, two_items, no_items, spans, spans_of_all, empty_spans, counts]
STRATA += [counts_between_items, counts_of_one_value, limits_the_wrong_way_round, counts_all_or_none, is_nearest, nearest_among_equals]
STRATA += [nearest_is_larger, halfway, beside_halfway, negative_only, huge, hundreds, counts_hundreds, every_target_in_turn, items_unchanged]
