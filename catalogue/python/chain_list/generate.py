"""Histories of what can be done to a chain, each followed by one more value at the end, which shows where the end is."""

VALUES = [0, None, "", False, [], "a", (1, 2), 1, True, -1]


def call(values, steps):
    return f"chain = Chain({values!r})\n[getattr(chain, name)(*given) for name, *given in {steps!r}] + [chain.values()]"


def numbers(rng, most=3, size=9):
    return [rng.randint(0, most) for _ in range(rng.randint(0, size))]


class Play:
    """Writes a history and keeps the values, to know which places there are."""

    def __init__(self, rng, values):
        self.rng, self.begun, self.values, self.steps = rng, list(values), list(values), []

    def append(self):
        self.step("append", 10 + len(self.steps))
        self.values.append(self.steps[-1][1])

    def insert(self):
        place = self.rng.choice([0, len(self.values), self.rng.randint(0, len(self.values))])
        self.step("insert", place, self.rng.randint(0, 3))
        self.values.insert(place, self.steps[-1][2])

    def remove(self):
        if self.values:
            place = self.rng.choice([0, len(self.values) - 1, self.rng.randrange(len(self.values))])
            self.step("remove", place)
            self.values.pop(place)

    def drop_repeats(self):
        self.step("drop_repeats")
        self.values = [value for place, value in enumerate(self.values) if not place or value != self.values[place - 1]]

    def reverse_groups(self):
        # The places stay as many as they were.
        self.step("reverse_groups", self.rng.randint(1, 4))
        size = self.steps[-1][1]
        for start in range(0, len(self.values) - size + 1, size):
            self.values[start : start + size] = self.values[start : start + size][::-1]

    def look(self):
        self.step("values")

    def step(self, *step):
        self.steps.append(step)

    def mixed(self, turns, what):
        for _ in range(turns):
            getattr(self, self.rng.choice(what))()
        return call(self.begun, self.steps)


ALL = ["append", "insert", "remove", "drop_repeats", "reverse_groups", "look"]


def mixed(rng):
    return Play(rng, numbers(rng)).mixed(rng.randint(3, 12), ALL)


def long_history(rng):
    return Play(rng, numbers(rng)).mixed(rng.randint(25, 45), [*ALL, "append", "insert"])


def put_in(rng):
    return Play(rng, numbers(rng, 9, 3)).mixed(rng.randint(1, 8), ["insert", "append"])


def taken_out(rng):
    return Play(rng, numbers(rng, 9, 7)).mixed(rng.randint(2, 9), ["remove", "remove", "append", "look"])


def emptied(rng):
    play = Play(rng, numbers(rng, 9, 3))
    for _ in play.begun:
        play.remove()
    return play.mixed(rng.randint(1, 4), ALL)


def no_such_place(rng):
    values = numbers(rng, 9, 4)
    name, highest = rng.choice([("insert", len(values)), ("remove", len(values) - 1)])
    place = rng.choice([-1, highest + 1, highest, -len(values), highest + 9])
    return call(values, [(name, place, *[7] * (name == "insert")), ("append", 8)])


def no_such_place_changes_nothing(rng):
    values = numbers(rng, 9, 4)
    size = len(values)
    wrong = rng.choice(["insert(-1, 7)", f"insert({size + 1}, 7)", "remove(-1)", f"remove({size})", "reverse_groups(0)"])
    return (
        f"chain = Chain({values!r})\ntry:\n    chain.{wrong}\nexcept (IndexError, ValueError):\n    chain.append(9)\n"
        "chain.values()"
    )


def thinned(rng):
    values = [value for _ in range(rng.randint(0, 5)) for value in [rng.randint(0, 2)] * rng.randint(1, 4)]
    return call(values, [("drop_repeats",), ("append", rng.choice([0, 1, 2])), ("drop_repeats",)])


def equal_ends(rng):
    values = [*numbers(rng, 5, 4), *[rng.randint(0, 2)] * rng.randint(2, 5)]
    return call(values, [("drop_repeats",), ("append", 9), ("remove", rng.randint(0, 1)), ("append", 8)])


def equal_in_other_ways(rng):
    """What is equal need not be alike, and nothing is too."""
    values = rng.choices(rng.choice([[1, True, 1.0, 2], [0, False, "", None], [None, [], ()], [[1], [1], (1,)]]), k=rng.randint(1, 7))
    return call(values, [("drop_repeats",), ("append", rng.choice(VALUES))])


def turned(rng):
    size = rng.randint(1, 4)
    values = list(range(1, rng.randint(0, 3) * size + rng.randint(1, size)))
    return call(values, [("reverse_groups", size), ("append", 99), ("reverse_groups", rng.randint(1, 3))])


def turned_in_whole_groups(rng):
    size = rng.randint(1, 5)
    return call(list(range(size * rng.randint(0, 4))), [("reverse_groups", size), ("append", 99), ("insert", 1, -1)])


def groups_too_large(rng):
    values = list(range(rng.randint(0, 5)))
    return call(values, [("reverse_groups", len(values) + rng.choice([0, 1, 90])), ("append", 99)])


def refused_size(rng):
    return call(numbers(rng), [("reverse_groups", rng.choice([0, -1, -rng.randint(2, 9), 1]))])


def merging(one, two, after):
    return (
        f"chains = [Chain({one!r}), Chain({two!r})]\nchains[0].merge(chains[1])\n"
        f"seen = [chain.values() for chain in chains]\n"
        f"done = [getattr(chains[n], name)(*given) for n, name, *given in {after!r}]\n"
        "[seen, done, [chain.values() for chain in chains]]"
    )


def afterwards(rng, length):
    """What shows that both chains know their ends and how long they are."""
    one = rng.choice([("insert", length, 70), ("remove", length - 1), ("reverse_groups", length), ("append", 71), ("insert", length + 1, 0), ("remove", length)])
    other = rng.choice([("append", 80), ("insert", 0, 81), ("reverse_groups", 2), ("insert", 1, 82), ("remove", 0)])
    steps = [(0, *one), (1, *other)] if length else [(1, "append", 5)]
    return steps[: rng.randint(1, 2)] + [(0, "append", 90), (1, "append", 91)]


def ascending(rng, size, most=9):
    return sorted(rng.randint(-most, most) for _ in range(rng.randint(0, size)))


def merged(rng):
    one, two = ascending(rng, 6), ascending(rng, 6)
    return merging(one, two, afterwards(rng, len(one) + len(two)))


def merged_equals(rng):
    """What is equal and yet unlike tells which came first."""
    one = sorted(rng.choices([1, 2, 3], k=rng.randint(1, 4)))
    two = sorted(rng.choices([1, 2, 3], k=rng.randint(1, 4)))
    return merging(one, [True if value == 1 and rng.random() < 0.5 else float(value) for value in two], [(0, "append", 9), (1, "append", 8)])


def merged_at_an_end(rng):
    one, two = ascending(rng, 4), [value + 30 for value in ascending(rng, 4)]
    if rng.random() < 0.5:
        one, two = two, one
    return merging(one, two, [(0, "append", 90), (1, "append", 91), (0, "insert", len(one) + len(two) + 1, 92)])


def merged_in_turn(rng):
    chains = [ascending(rng, 4) for _ in range(4)]
    return (
        f"chains = [Chain(values) for values in {chains!r}]\nfor chain in chains[1:]: chains[0].merge(chain)\n"
        f"chains[{rng.randint(0, 3)}].append({rng.randint(20, 99)})\n[chain.values() for chain in chains]"
    )


def values_of_every_kind(rng):
    values = rng.choices(VALUES, k=rng.randint(1, 6))
    return call(values, [("append", rng.choice(VALUES)), ("remove", 0), ("reverse_groups", 2), ("insert", 0, rng.choice(VALUES))])


def lists_of_its_own(rng):
    values = numbers(rng, 9, 5)
    return (
        f"given = {values!r}\nchain = Chain({rng.choice(['given', 'tuple(given)'])})\ngiven.append(1)\n"
        f"taken = chain.values()\ntaken.append(2)\nchain.append({rng.randint(3, 9)})\n[given, taken, chain.values()]"
    )


def nothing_given(rng):
    return f"chains = [Chain(), Chain()]\nchains[{rng.randint(0, 1)}].append({rng.choice(VALUES)!r})\n[chain.values() for chain in chains]"


def hundreds(rng):
    size, most = rng.randint(150, 300), rng.choice([2, 7, 50])
    values = f"[n * n * {rng.randint(3, 90)} % {most} for n in range({size})]"
    return rng.choice([
        f"chain = Chain({values})\ncount = chain.drop_repeats()\nchain.append(1)\n[count, chain.values()]",
        f"chain = Chain({values})\nchain.reverse_groups({rng.randint(2, 60)})\nchain.append(1)\nchain.values()",
        f"one, two = Chain(sorted({values})), Chain(list(range(0, {size}, 3)))\none.merge(two)\none.append(1)\n[one.values(), two.values()]",
    ])


STRATA = [
    mixed, long_history, put_in, taken_out, emptied, no_such_place, no_such_place_changes_nothing, thinned, equal_ends,
    equal_in_other_ways, turned, turned_in_whole_groups, groups_too_large, refused_size, merged, merged_equals,
    merged_at_an_end, merged_in_turn, values_of_every_kind, lists_of_its_own, nothing_given, hundreds,
]
