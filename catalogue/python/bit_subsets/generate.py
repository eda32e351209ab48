"""Codes and places of every size, subsets of few items of any kind, and subsets and changes that do not exist."""

ITEMS = ["a", "b", "c", "", "A", "ab", 0, 1, 2, -1, 10**20, None, (), (1, 2), "0", "None", b"a", 2.5]


def items_of(rng, least, most):
    return rng.sample(ITEMS, rng.randint(least, most))


def codes(rng):
    return f"gray({rng.choice([rng.randint(0, 40), rng.randint(0, 5000), rng.randint(0, 10**12)])})"


def codes_around_a_power(rng):
    return f"{rng.choice(['gray', 'place_of'])}({2 ** rng.randint(0, 70) + rng.choice([0, 0, -1, 1])})"


def places(rng):
    return f"place_of({rng.choice([rng.randint(0, 40), rng.randint(0, 5000), rng.randint(0, 10**12)])})"


def huge_codes(rng):
    return f"{rng.choice(['gray', 'place_of'])}({rng.randint(10**15, 10**40)})"


def codes_in_turn(rng):
    first = rng.randint(0, 300)
    return f"[{rng.choice(['gray', 'place_of'])}(n) for n in range({first}, {first + rng.randint(1, 20)})]"


def there_and_back(rng):
    number = rng.randint(0, 10 ** rng.randint(1, 20))
    return rng.choice([f"place_of(gray({number}))", f"gray(place_of({number}))", f"[gray(gray({number})), place_of(place_of({number}))]"])


def zero(rng):
    return rng.choice(["gray(0)", "place_of(0)", "gray(1)", "place_of(1)", "subsets([])", "find([], [])", f"find({items_of(rng, 1, 4)!r}, [])", "find([], [0])", "change([], 0)"])


def few_items(rng):
    return f"subsets({items_of(rng, 0, 3)!r})"


def more_items(rng):
    return f"subsets({items_of(rng, 4, 6)!r})"


def many_items(rng):
    first = rng.randint(-5, 5)
    return f"subsets(list(range({first}, {first + rng.randint(7, 10)})))[{rng.randint(0, 9)}::{rng.randint(17, 60)}]"


def falsy_items(rng):
    return f"subsets({rng.sample([0, '', None, (), 2], rng.randint(1, 4))!r})"


def finds(rng):
    items = items_of(rng, 1, 9)
    return f"find({items!r}, {rng.sample(items, rng.randint(0, len(items)))!r})"


def finds_all_or_one(rng):
    items = items_of(rng, 1, 12)
    return f"find({items!r}, {rng.choice([items, items[::-1], items[-1:], items[:1], items[1:]])!r})"


def finds_among_many(rng):
    count = rng.randint(20, 200)
    return f"find(list(range({count})), {[rng.randint(0, count - 1)] + rng.choice([[], [count - 1]]) if rng.random() < 0.5 else rng.sample(range(count), 6)!r})"


def finds_each(rng):
    items = items_of(rng, 1, 4)
    return f"[find({items!r}, subset) for subset in subsets({items!r})]"


def stranger(rng):
    items = items_of(rng, 0, 5)
    subset = [*rng.sample(items, rng.randint(0, len(items))), rng.choice(["z", -7, "aa", (2, 1), "B", frozenset()])]
    return f"find({items!r}, {rng.sample(subset, len(subset))!r})"


def twice_the_same(rng):
    items = items_of(rng, 1, 6)
    subset = rng.sample(items, rng.randint(1, len(items)))
    subset += rng.choices(subset, k=rng.choice([1, 1, 2]))
    return f"find({items!r}, {rng.sample(subset, len(subset))!r})"


def changes(rng):
    items = items_of(rng, 1, 7)
    return f"change({items!r}, {rng.randint(0, max(0, 2 ** len(items) - 2))})"


def changes_in_turn(rng):
    items = items_of(rng, 1, 4)
    return f"[change({items!r}, index) for index in range({2 ** len(items) - 1})]"


def changes_of_many(rng):
    count = rng.randint(20, 200)
    return f"change(list(range({count})), {rng.choice([rng.randint(0, 2 ** (count - 1)), 2 ** rng.randint(0, count - 1) - 1, 2**count - 2, 2**count - 1])})"


def no_change(rng):
    items = items_of(rng, 0, 6)
    return f"change({items!r}, {rng.choice([-1, -2, -2 ** len(items), 2 ** len(items) - 1, 2 ** len(items), 2 ** len(items) + rng.randint(1, 50)])})"


def arguments_unchanged(rng):
    items = items_of(rng, 2, 4)
    use = rng.choice(["subsets(items)", f"find(items, {items[::-1]!r})", "change(items, 1)"])
    return f"items = {items!r}\nresult = {use}\n[result, items]"


STRATA = [codes, codes_around_a_power, places, huge_codes, codes_in_turn, there_and_back, zero, few_items, more_items, many_items, falsy_items]
STRATA += [finds, finds_all_or_one, finds_among_many, finds_each, stranger, twice_the_same, changes, changes_in_turn, changes_of_many]
STRATA += [no_change, arguments_unchanged]
