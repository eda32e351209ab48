"""Lists in lists of every depth and width, around values of every other type, empty and falsy ones among them."""

NUMBERS = [0, 1, -1, 7, 42, -99, 10**20, 0.0, 2.5, -1.5]
FALSY = [None, False, 0, "", 0.0, (), {}, b"", set(), frozenset()]
TEXTS = ["", "a", "ab", "[1]", "a b", "é", "[]", b"", b"ab"]
OTHER_KINDS = ["range(3)", "range(0)", "bytearray(b'ab')", "iter([1, 2])", "{1: 2}.keys()", "zip([1], [2])", "map(abs, [1])"]
OTHER_KINDS += ["(n for n in [1])", "enumerate('ab')", "reversed([1, 2])", "memoryview(b'ab')", "slice(1)", "1j", "len", "list", "..."]
TUPLES = [(), (1, 2), ([1], [2]), ([],), (((5,),),), ({},), ("a", ["b"])]
WHOLE = [*TUPLES, {}, {"a": [1, 2]}, {1: 2}, {3}, {1, 2}, frozenset({4})]
ANYTHING = [*NUMBERS, *FALSY, *TEXTS, *WHOLE, True]


def nested(rng, depth, width, values, share=0.5):
    return [
        nested(rng, depth - 1, width, values, share) if depth > 1 and rng.random() < share else rng.choice(values)
        for _ in range(rng.randint(0, width) or rng.randint(0, 1))
    ]


def wrapped(item, times):
    for _ in range(times):
        item = [item]
    return item


def call(items):
    return f"flatten({items!r})"


def flat(rng):
    return call(nested(rng, 1, 9, ANYTHING))


def one_level(rng):
    return call(nested(rng, 2, 5, ANYTHING, 0.6))


def few_levels(rng):
    return call(nested(rng, rng.randint(3, 5), 4, NUMBERS, 0.6))


def of_numbers_in_order(rng):
    items = nested(rng, rng.randint(2, 4), 4, [None], 0.5)
    count = iter(range(1, 999))

    def numbered(inner):
        return [numbered(item) if type(item) is list else next(count) for item in inner]

    return call(numbered(items))


def anything_at_any_level(rng):
    return call(nested(rng, rng.randint(2, 5), 4, ANYTHING, 0.5))


def only_empty_lists(rng):
    return call(nested(rng, rng.randint(2, 6), 3, [[], [], [[]]], 0.7))


def falsy_values(rng):
    return call(nested(rng, rng.randint(1, 4), 5, FALSY, 0.4))


def texts(rng):
    return call(nested(rng, rng.randint(1, 4), 5, TEXTS, 0.4))


def kept_whole(rng):
    return call(nested(rng, rng.randint(1, 4), 4, WHOLE, 0.4))


def other_kinds(rng):
    """Values that no literal can write, most of them iterable."""
    few = rng.choices(OTHER_KINDS, k=rng.randint(1, 4))
    items = ", ".join(rng.choice([kind, f"[{kind}]", f"[[], [{kind}], 1]"]) for kind in few)
    return f"[type(item).__name__ for item in flatten([{items}])]"


def one_deep_item(rng):
    return call(wrapped(rng.choice(ANYTHING), rng.randint(1, 45)))


def deeper_than_can_be_written(rng):
    """About as deep as a program that calls two functions a level may still go."""
    return f"items = [{rng.choice(ANYTHING)!r}]\nfor n in range({rng.randint(101, 200)}): items = [n, items]\nflatten(items)[-20:]"


def deeper_than_a_byte_counts(rng):
    return f"items = [{rng.choice(ANYTHING)!r}]\nfor n in range({rng.randint(258, 300)}): items = [n, items]\nflatten(items)[-60:]"


def deepest(rng):
    """As deep as a program that calls two functions a level may just go."""
    return f"items = [{rng.choice(ANYTHING)!r}]\nfor n in range({rng.randint(405, 440)}): items = [n, items]\nflatten(items)[-60:]"


def deep_beside_flat(rng):
    items = [rng.choice(ANYTHING) for _ in range(rng.randint(1, 4))]
    items.insert(rng.randint(0, len(items)), wrapped(nested(rng, 1, 3, ANYTHING), rng.randint(3, 40)))
    return call(items)


def a_list_first_or_last(rng):
    inner = nested(rng, 2, 3, NUMBERS)
    items = [rng.choice(NUMBERS) for _ in range(rng.randint(1, 3))]
    return call(rng.choice([[inner, *items], [*items, inner], [inner, *items, inner], [inner, inner]]))


def wide(rng):
    return call(nested(rng, 2, 24, NUMBERS, 0.15))


def hundreds(rng):
    inner = rng.choice(["[n] * (n % 3)", "[[n]]", "[n, [-n]]", "[[], n]"])
    return f"flatten([[n, {inner}] for n in range({rng.randint(140, 250)})])"


def the_same_list_twice(rng):
    inner = nested(rng, 2, 4, NUMBERS, 0.3)
    return f"inner = {inner!r}\nflatten([inner, {rng.choice(NUMBERS)!r}, inner, [[inner]]])"


def argument_unchanged(rng):
    return f"items = {nested(rng, 3, 4, ANYTHING, 0.5)!r}\nflat = flatten(items)\n[flat, items]"


def the_result_is_new(rng):
    items = nested(rng, rng.randint(1, 2), 4, NUMBERS, 0.4)
    return f"items = {items!r}\nflat = flatten(items)\nflat.append(8)\n[flat, items]"


def one_after_another(rng):
    lists = [nested(rng, 3, 3, NUMBERS, 0.5) for _ in range(rng.randint(2, 3))]
    return f"[flatten(items) for items in {lists!r}]"


STRATA = [
    flat,
    one_level,
    few_levels,
    of_numbers_in_order,
    anything_at_any_level,
    only_empty_lists,
    falsy_values,
    texts,
    kept_whole,
    other_kinds,
    one_deep_item,
    deeper_than_can_be_written,
    deeper_than_a_byte_counts,
    deepest,
    deep_beside_flat,
    a_list_first_or_last,
    wide,
    hundreds,
    the_same_list_twice,
    argument_unchanged,
    the_result_is_new,
    one_after_another,
]
