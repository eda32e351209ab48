"""Histories of queues with few priorities, so that many are equal, and of large ones where keys leave from the middle."""

KEYS = [0, "", None, (), False, "a", "b", (1, 2), -1, 2.5, b"k", "0"]


class Play:
    """Writes a history and keeps the keys that are in the queue, so that most steps are of keys that are there."""

    def __init__(self, rng, keys, most):
        self.rng, self.keys, self.most = rng, list(keys), most
        self.present, self.steps = [], []

    def priority(self):
        return self.rng.randint(-self.most, self.most)

    def push(self):
        absent = [key for key in self.keys if key not in self.present]
        if absent:
            self.present.append(self.rng.choice(absent))
            self.steps.append(("push", self.present[-1], self.priority()))

    def change(self):
        if self.present:
            self.steps.append(("change", self.rng.choice(self.present), self.priority()))

    def remove(self):
        if self.present:
            self.steps.append(("remove", self.present.pop(self.rng.randrange(len(self.present)))))

    def mixed(self, turns, what=("push", "push", "change", "remove")):
        for _ in range(turns):
            getattr(self, self.rng.choice(what))()
        return self

    def drained(self, pops=None):
        """What is left leaves one by one."""
        return call([*self.steps, *[("pop",)] * (len(self.present) if pops is None else pops)])


def call(steps):
    return f"queue = KeyedHeap()\n[getattr(queue, name)(*given) for name, *given in {steps!r}]"


def guarded(steps):
    """Errors are caught, so that what they left behind is seen."""
    return (
        "queue = KeyedHeap()\n"
        "def attempt(name, *given):\n"
        "    try:\n"
        "        return getattr(queue, name)(*given)\n"
        "    except (KeyError, IndexError) as error:\n"
        "        return type(error).__name__\n"
        f"[attempt(*step) for step in {steps!r}]"
    )


def pushed(rng):
    return Play(rng, "abcdefgh", rng.choice([1, 3, 9])).mixed(rng.randint(1, 9), ["push"]).drained()


def all_level(rng):
    return Play(rng, "abcdefghij", 0).mixed(rng.randint(2, 12), ["push", "push", "push", "remove"]).drained()


def changed(rng):
    play = Play(rng, "abcdef", rng.choice([1, 2, 9])).mixed(rng.randint(2, 6), ["push"])
    return play.mixed(rng.randint(1, 6), ["change"]).drained()


def changed_to_the_same(rng):
    play = Play(rng, "abcdef", rng.choice([0, 0, 1])).mixed(rng.randint(3, 6), ["push"])
    return play.mixed(rng.randint(1, 4), ["change"]).drained()


def changed_and_back(rng):
    play = Play(rng, "abcd", 0).mixed(rng.randint(3, 5), ["push"])
    key = rng.choice(play.present)
    play.steps += [("change", key, rng.choice([-1, 1])), ("change", key, 0)]
    return play.drained()


def removed(rng):
    play = Play(rng, "abcdefghijklmnop", rng.choice([3, 20])).mixed(rng.randint(5, 16), ["push"])
    return play.mixed(rng.randint(1, 4), ["remove"]).drained()


def removed_from_unlike_sides(rng):
    """One side of the heap is far behind the other, so that what fills a hole has to go up."""
    far = sorted(rng.sample(range(40, 90), 7))
    small, middling = sorted(rng.sample(range(2, 12), 3)), sorted(rng.sample(range(12, 60), 4))
    order = [1, far[0], small[0], far[1], far[2], middling[0], small[1], *far[3:], *middling[1:], small[2]]
    gone = rng.sample([3, 4, 7, 8, 9, 10], rng.choice([1, 1, 2]))
    steps = [("push", f"k{place}", priority) for place, priority in enumerate(order)]
    steps += [("remove", f"k{place}") for place in gone]
    return call([*steps, *[("pop",)] * (len(order) - len(gone))])


def mixed(rng):
    return Play(rng, "abcdefghi", rng.choice([1, 4, 30])).mixed(rng.randint(8, 25)).drained()


def long_history(rng):
    return Play(rng, "abcdefghijklmnopqrst", rng.choice([2, 9])).mixed(rng.randint(40, 70)).drained()


def came_back(rng):
    play = Play(rng, "abc", 1).mixed(3, ["push"])
    return play.mixed(rng.randint(3, 9), ["remove", "push"]).drained()


def levels(rng):
    play = Play(rng, "abcdefghi", rng.randint(0, 2)).mixed(rng.randint(0, 12), ["push", "push", "change"])
    return call([*play.steps, *[("pop_level",)] * rng.randint(1, 4)])


def large_levels(rng):
    size = rng.randint(9, 120)
    return (
        f"queue = KeyedHeap()\nfor n in range({size}): queue.push(n, n * {rng.randint(2, 9)} % {rng.randint(1, 5)})\n"
        f"[queue.change({rng.randint(0, size - 1)}, {rng.randint(-1, 3)}), queue.pop_level(), queue.pop_level(), queue.pop()]"
        if size > 60 or rng.random() < 0.5
        else f"queue = KeyedHeap()\nfor n in range({size}): queue.push(n, 0)\nqueue.remove({rng.randint(0, size - 1)})\n[queue.pop_level(), queue.pop_level()]"
    )


def refused(rng):
    """What cannot be done changes nothing, the order of equal keys neither."""
    play = Play(rng, "abcd", 1).mixed(rng.randint(0, 4), ["push"])
    for _ in range(rng.randint(1, 3)):
        key = rng.choice([*play.present, "y"])
        play.steps.append(rng.choice([("push", key, -5), ("change", "z", 0), ("remove", "z")]))
        if play.steps[-1][:2] == ("push", "y") and "y" not in play.present:
            play.present.append("y")
    return guarded([*play.steps, *[("pop",)] * (len(play.present) + 1)])


def refused_at_the_end(rng):
    play = Play(rng, "abcd", 3).mixed(rng.randint(0, 4), ["push"])
    wrong = rng.choice([("remove", "z"), ("change", "z", 1), ("push", rng.choice(play.present or ["a"]), 1)])
    return call([*play.steps, wrong])


def beyond_the_last(rng):
    play = Play(rng, "abc", 3).mixed(rng.randint(0, 3), ["push"])
    return call([*play.steps, *[("pop",)] * len(play.present), rng.choice([("pop",), ("peek",), ("pop_level",)])])


def looked_at(rng):
    play = Play(rng, "abcdef", 2)
    for _ in range(rng.randint(1, 8)):
        play.mixed(1, ["push", "push", "change"])
        if play.present:
            play.steps.append(("peek",))
    return play.drained()


def keys_of_every_type(rng):
    keys = [key for place, key in enumerate(KEYS) if key not in KEYS[:place]]
    return Play(rng, rng.sample(keys, 6), 1).mixed(rng.randint(4, 14)).drained()


def level_keys_of_every_type(rng):
    """Only the order in which they came tells the keys apart, falsy ones among them."""
    keys = rng.sample([key for place, key in enumerate(KEYS) if key not in KEYS[:place]], rng.randint(3, 8))
    return call([*[("push", key, 0) for key in keys], *rng.choice([[("pop_level",)], [("pop",)] * len(keys)])])


def huge_priorities(rng):
    play = Play(rng, "abcdef", 2)
    play.priority = lambda: rng.choice([-1, 1]) * 10**18 + rng.randint(-1, 1)
    return play.mixed(rng.randint(3, 12)).drained()


def two_queues(rng):
    steps = [(n, key, rng.randint(0, 3)) for n in (0, 1) for key in rng.sample("abcd", rng.randint(1, 4))]
    rng.shuffle(steps)
    return (
        "queues = [KeyedHeap(), KeyedHeap()]\n"
        f"for n, key, priority in {steps!r}: queues[n].push(key, priority)\n"
        "[[queue.pop_level(), queue.pop_level()] for queue in queues]"
    )


def hundreds(rng):
    factor, size, gone = rng.randint(3, 90), rng.randint(150, 250), rng.randint(2, 9)
    return (
        f"queue = KeyedHeap()\nfor n in range({size}): queue.push(n, n * n * {factor} % {rng.choice([11, 101, 499])})\n"
        f"for n in range(0, {size}, {gone}): queue.remove(n)\n"
        f"for n in range(1, {size}, {gone}): queue.change(n, n % {rng.choice([5, 50])})\n"
        f"[queue.pop() for _ in range({rng.randint(20, 90) if gone > 2 else 20})]"
    )


STRATA = [
    pushed, all_level, changed, changed_to_the_same, changed_and_back, removed, removed_from_unlike_sides, mixed,
    long_history, came_back, levels, refused, refused_at_the_end, beyond_the_last, large_levels, looked_at,
    keys_of_every_type, level_keys_of_every_type, huge_priorities, two_queues, hundreds,
]
