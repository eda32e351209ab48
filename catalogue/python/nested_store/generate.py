"""Histories of a store: paths, copies, transactions within transactions, labels and versions, alone and together."""

KEYS = ["a", "b", "a/b", "a/b/c", "b/a", "ab", "a/c", "c/a/b", "a-b", "b/ab"]
VALUES = [0, 1, 2, -3, "x", "", "1", "0", "a/b", 7]
RUN = (
    "store, out = Store(), []\n"
    "for name, *given in {steps!r}:\n"
    "    try: out.append(getattr(store, name)(*given))\n"
    "    except (ValueError, KeyError, TypeError, RuntimeError, IndexError) as error: out.append(next(kind.__name__ for kind in (ValueError, KeyError, TypeError, RuntimeError, IndexError) if isinstance(error, kind)))\n"
)


def history(steps, asked="store.tree(), store.version()"):
    return RUN.format(steps=steps) + f"[out, {asked}]"


def put(rng):
    return ("put", rng.choice(KEYS), rng.choice(VALUES))


def change(rng):
    return rng.choice([put(rng), put(rng), put(rng), ("add", rng.choice(KEYS), rng.choice([1, -1, 5, 0])), ("remove", rng.choice(KEYS)), ("copy", *rng.choices(KEYS, k=2))])


def asked(rng):
    key = rng.choice(KEYS)
    return rng.choice([("get", key), ("get", key, rng.choice([0, "", "none", 5])), ("keys", key), ("keys",), ("tree", key), ("count", rng.choice(VALUES)), ("version",)])


def nothing_stored(rng):
    return history([asked(rng) for _ in range(4)] + [("remove", rng.choice(KEYS)), ("copy", *rng.sample(KEYS, 2))])


def values(rng):
    return history([put(rng) for _ in range(rng.randint(1, 6))] + [asked(rng) for _ in range(4)])


def falsy_values(rng):
    value, key = rng.choice([0, "", 0, "", "0"]), rng.choice(KEYS)
    return history([("put", key, value), ("get", key), ("get", key, 5), ("get", "z", rng.choice([0, "", None])), ("count", value), ("count", 0), ("count", ""), ("keys",), ("tree", key), ("begin",), ("put", key, rng.choice([0, "", "0", 1])), ("commit",), ("get", key, 8), ("remove", key)])


def no_value(rng):
    key = rng.choice(KEYS)
    return history([*rng.choice([[], [("put", key, 1)]]), ("put", key, None), ("get", key, 4), ("count", None), ("version",)])


def additions(rng):
    key = rng.choice(KEYS)
    start = rng.choice([[], [("put", key, rng.randint(-9, 9))], [("put", key, "5")], [("put", key, "")], [("put", key, 0)], [("put", key, 3), ("remove", key)]])
    return history([*start, *(("add", key, rng.choice([1, -1, 0, 10, -9])) for _ in range(rng.randint(1, 4))), ("get", key)], "store.keys(), store.version()")


def removals(rng):
    steps = [("put", key, place) for place, key in enumerate(rng.sample(KEYS, rng.randint(3, 9)))]
    return history(steps + [("remove", rng.choice(KEYS)) for _ in range(3)] + [("keys",)])


def names_that_begin_alike(rng):
    """What begins a key does not hold it unless there is a / behind."""
    names = rng.sample(["a", "ab", "a/b", "a/bc", "ab/c", "a-", "a0", "a/b/c", "A", "a/ b", "a."], 7)
    return history([("put", name, 1) for name in names] + [("keys", "a"), ("keys", "a/b"), ("tree", "ab"), ("remove", rng.choice(["a", "a/b", "ab"]))])


def trees(rng):
    steps = [("put", rng.choice([*KEYS, "a/b/c/d/e", "b/a/a"]), rng.choice(VALUES)) for _ in range(rng.randint(2, 8))]
    return history(steps + [("tree", rng.choice(KEYS)) for _ in range(3)] + [("tree", ""), ("tree", "z")])


def deep_trees(rng):
    depth = rng.randint(3, 20)
    path = "/".join(rng.choice("pq") for _ in range(depth))
    return history([("put", path, 1), ("put", path[: rng.randint(1, depth) * 2 - 1], 2), ("put", path + "/r", 3), ("tree",), ("copy", path[:1], "z"), ("remove", path[:1])])


def orders_of_keys(rng):
    names = rng.sample(["b", "a", "a/z", "a!", "a0", "B", "Z/a", "é", "10", "9", "a/10", "a/9", "_"], 8)
    return history([("put", name, 1) for name in names] + [("keys",), ("keys", "a")], "store.changes(0, store.version()), store.changes(2, 5)")


def copies(rng):
    steps = [("put", key, place) for place, key in enumerate(rng.sample(KEYS, rng.randint(2, 8)))]
    return history(steps + [("copy", *rng.choices(KEYS, k=2)) for _ in range(rng.randint(1, 3))])


def copies_into_themselves(rng):
    steps = [("put", "a", 1), ("put", "a/b", 2), ("put", "a/b/c", 3), *rng.choice([[], [("put", "a/b/a", "x")], [("remove", "a/b")]])]
    return history(steps + [("copy", *rng.choice([("a", "a/b"), ("a/b", "a"), ("a", "a"), ("a", "a/b/c"), ("a/b/c", "a"), ("a/b", "a/b/a"), ("a/b", "b"), ("z", "a/b"), ("a/z", "a")])), ("version",)])


def copies_of_parts_that_come_again(rng):
    """Only the beginning of a key is replaced."""
    return history([("put", "a", 1), ("put", "a/a", 2), ("put", "a/a/a", 3), ("put", "a/b/a", 4), ("copy", rng.choice(["a", "a/a", "a/b"]), rng.choice(["b", "aa", "b/a", "a/b"])), ("keys",)])


def bad_keys(rng):
    bad = rng.choice(["", "/", "a/", "/a", "a//b", "//", "a/b/", "/a/b"])
    good = rng.choice(["a", "a b", " ", ".", "é/ü", "a\\b", "A/b-c"])
    steps = [("put", bad, 1), ("get", bad), ("get", bad, 5), ("add", bad, 1), ("remove", bad), ("copy", bad, "b"), ("copy", "b", bad), ("keys", bad), ("tree", bad), ("at", 0, bad), ("put", good, 2)]
    return history([("put", "b", 1), *rng.sample(steps, 7), ("get", good)])


def rollbacks(rng):
    steps = [put(rng) for _ in range(rng.randint(0, 4))] + [("begin",)] + [change(rng) for _ in range(rng.randint(1, 5))]
    return history([*steps, ("tree",), ("rollback",), asked(rng), asked(rng)])


def commits(rng):
    steps = [put(rng) for _ in range(rng.randint(0, 4))] + [("begin",)] + [change(rng) for _ in range(rng.randint(1, 5))]
    return history([*steps, ("tree",), ("version",), ("commit",), asked(rng)])


def transactions_within(rng):
    steps, depth = [put(rng) for _ in range(3)], 0
    for _ in range(rng.randint(6, 14)):
        if rng.random() < 0.25:
            depth += 1
            steps.append(("begin",))
        elif depth and rng.random() < 0.3:
            depth -= 1
            steps.append((rng.choice(["commit", "commit", "rollback"]),))
        else:
            steps.append(rng.choice([change(rng), change(rng), asked(rng)]))
    return history(steps + [(rng.choice(["commit", "commit", "rollback"]),) for _ in range(depth)])


def one_key_through_layers(rng):
    """A key is set, removed and put back in some of three layers."""
    steps = rng.choice([[], [("put", "k", 1)]])
    ways = [("put", "k", 1), ("put", "k", 2), ("remove", "k"), ("add", "k", 1), ("get", "k"), ("add", "k", 0)]
    steps = [*steps, ("begin",), rng.choice(ways), ("begin",), rng.choice(ways), rng.choice(ways), ("begin",), rng.choice(ways)]
    for _ in range(3):
        steps += [(rng.choice(["commit", "commit", "rollback"]),), ("get", "k"), ("version",)]
    return history(steps)


def put_back(rng):
    """What is as it was when the transaction was opened does not count as changed."""
    value = rng.choice([1, "x"])
    inner = [("put", "a", 2), ("put", "a", value), ("put", "b", 1), ("remove", "b"), ("add", "c", 0), ("put", "a", rng.choice([value, 3])), ("remove", "a"), ("copy", "b", "a")]
    return history([("put", "a", value), *rng.choice([[], [("begin",), ("put", "a", 5)]]), ("begin",), *rng.sample(inner, rng.randint(2, 6)), ("commit",), ("version",), ("get", "a")])


def labels(rng):
    steps = []
    for _ in range(rng.randint(2, 5)):
        steps += [("begin", rng.choice(["x", "y", "", None, "x"])), ("add", "n", 1)]
    for _ in range(rng.randint(1, 3)):
        steps += [("rollback", rng.choice(["x", "y", "z", "", "X"])), ("get", "n")]
    return history([*steps, ("commit",)])


def labels_that_are_gone(rng):
    steps = [("begin", "x"), ("put", "a", 1), ("begin", "y"), ("put", "a", 2), (rng.choice(["commit", "rollback"]),), ("rollback", rng.choice(["y", "x"])), ("get", "a"), ("rollback", "x"), ("begin", "y"), ("rollback", "y")]
    return history(steps)


def nothing_open(rng):
    end = rng.choice([("commit",), ("rollback",), ("rollback", "x")])
    return history([*rng.choice([[], [put(rng)], [("begin",), put(rng), ("commit",)], [("begin", "x"), put(rng), ("rollback", "x")]]), end, put(rng), end, ("begin", "x")])


def empty_transactions(rng):
    return history([put(rng), ("begin",), ("begin",), (rng.choice(["commit", "rollback"]),), *rng.choice([[], [put(rng)], [("remove", "z")]]), ("commit",), ("version",), ("begin",)])


def versions(rng):
    steps = [change(rng) for _ in range(rng.randint(2, 8))]
    return history(steps, f"[[store.at(version, key) for key in {rng.sample(KEYS, 3)!r}] for version in range(store.version() + 1)]")


def one_version_a_call(rng):
    steps = [("put", "a", 1), ("put", "a/b", 2), ("put", "c", 3), rng.choice([("copy", "a", "b"), ("remove", "a"), ("copy", "z", "a"), ("copy", "a", "a"), ("add", "c", 0), ("put", "c", 3), ("put", "c", "3"), ("remove", "z")])]
    return history(steps, "store.version(), store.changes(3, store.version())")


def versions_and_transactions(rng):
    steps = [put(rng), ("begin",), change(rng), ("version",), ("at", 1, "a"), change(rng), *rng.choice([[("commit",)], [("rollback",)], [], [("begin",), change(rng), ("commit",)]]), ("version",), ("changes", 0, 1)]
    return history(steps, f"store.changes(0, store.version()), store.at(store.version(), {rng.choice(KEYS)!r})")


def differences(rng):
    steps = [change(rng) for _ in range(rng.randint(4, 10))]
    return history(steps, f"[store.changes(first, last) for first in range(0, store.version(), {rng.choice([1, 2])}) for last in (0, first, store.version())]")


def changed_and_changed_back(rng):
    value = rng.choice([0, "x"])
    return history([("put", "a", value), ("put", "a", 5), ("put", "b", 1), ("put", "a", value), ("remove", "b"), ("put", "c", rng.choice([1, ""]))], f"store.changes({rng.choice(['0', '1', '3'])}, {rng.choice(['5', '4', '6', '2'])}), store.changes(6, {rng.randint(0, 6)})")


def no_such_version(rng):
    above, below = rng.choice([3, 4, 99]), rng.choice([-1, -1, -2])
    good = rng.choice([0, 1, 2])
    return history([("put", "a", 1), ("begin",), ("put", "b", 1), ("commit",), ("begin",), ("put", "c", 1), ("at", above, "a"), ("at", below, "a"), ("at", good, "a"), ("changes", above, good), ("changes", good, below), ("changes", below, good), ("changes", good, above), ("changes", good, good), ("at", good, "c")])


def counts(rng):
    return history([("put", "a", 1), ("put", "b", "1"), ("put", "c", 1), ("begin",), *(rng.choice([put(rng), ("put", rng.choice("abcd"), rng.choice([1, "1", 0])), ("remove", rng.choice("abc"))]) for _ in range(3)), ("count", 1), ("count", "1"), ("count", 0), ("rollback",), ("count", 1), ("count", "")])


def everything(rng):
    steps = []
    for _ in range(rng.randint(15, 30)):
        steps.append(rng.choice([change(rng), change(rng), change(rng), asked(rng), ("begin", rng.choice(["x", "y", None])), ("begin",), ("commit",), ("rollback",), ("rollback", rng.choice(["x", "y"])), ("at", rng.randint(0, 3), rng.choice(KEYS)), ("changes", rng.randint(0, 3), rng.randint(0, 5))]))
    return history(steps)


def many_keys(rng):
    count, step = rng.randint(40, 80), rng.choice([3, 7, 11])
    return f"store = Store()\nstore.begin()\nfor n in range({count}):\n    store.put('k' + str(n * {step} % 13) + '/' + str(n % 5), n)\n[store.commit(), store.version(), len(store.keys()), store.keys('k3'), store.tree('k1'), store.remove('k2'), store.copy('k3', 'k4'), store.count({rng.randint(0, count)}), len(store.changes(0, store.version()))]"


def deep_transactions(rng):
    depth = rng.randint(5, 20)
    return f"store = Store()\nfor n in range({depth}):\n    store.begin(str(n % 4))\n    store.add('n', n)\n    store.put('k/' + str(n), n)\nlast = store.{rng.choice(['rollback(' + repr('0') + ')', 'rollback(' + repr('3') + ')', 'commit()', 'rollback()'])}\n[last, store.get('n'), len(store.keys('k')), store.commit(), store.version()]"


def results_are_copies(rng):
    spoil = rng.choice(["store.tree().clear()", "store.tree()['a'].clear()", "store.keys().clear()", "store.changes(0, 1).clear()", "store.tree('a')['b'] = 9", "store.changes(0, 2)[0].append(3)"])
    return f"store = Store()\nstore.put('a/b', {rng.randint(1, 9)})\nstore.put('a/c', 2)\n{spoil}\n[store.tree(), store.keys(), store.changes(0, 2)]"


def two_stores(rng):
    return f"one, two = Store(), Store()\none.put('a', {rng.randint(0, 5)})\ntwo.begin()\ntwo.put('b', 1)\n[one.tree(), two.tree(), one.version(), two.version(), two.commit(), one.begin(), one.keys(), two.keys()]"


def versions_beside_those_there_are(rng):
    """The last one, one more, and numbers below 0."""
    steps = [("put", key, value) for value, key in enumerate(rng.sample(KEYS, rng.randint(1, 3)), 1)]
    numbers = [rng.choice([-1, -2, len(steps), len(steps) + 1, 0, 1]) for _ in range(3)]
    return history([*steps, ("at", numbers[0], "a"), ("at", numbers[1], "a/b"), ("changes", 0, numbers[2]), ("changes", numbers[0], 0), ("version",)])


STRATA = [
    nothing_stored, values, falsy_values, no_value, additions, removals, names_that_begin_alike, trees, deep_trees, orders_of_keys, copies, copies_into_themselves,
    copies_of_parts_that_come_again, bad_keys, rollbacks, commits, transactions_within, one_key_through_layers, put_back, labels, labels_that_are_gone, nothing_open, empty_transactions,
    versions, one_version_a_call, versions_and_transactions, differences, changed_and_changed_back, no_such_version, counts, everything, many_keys, deep_transactions,
    results_are_copies, two_stores,
    versions_beside_those_there_are,
]
