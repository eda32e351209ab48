"""Histories of puts and gets on caches of every capacity, with keys and values of every type, falsy ones among them."""

KEYS = [0, 1, 2, 3, -1, 10**20, "", "a", "b", "ab", None, (), (1, 2), ("a",), 2.5, b"k", "0", "None"]
ALIKE = [(0, "0"), (1, "1"), (None, "None"), ((), "()"), (-1, "-1"), (-1, -2), (b"k", "k"), ("", None), (0, "")]
ALIKE += [("a", "A"), ("a", " a"), (1, (1,)), ("1", "1.0"), (frozenset(), ()), (frozenset([1]), (1,)), (frozenset([1, 2]), (1, 2))]
# Each row is one key, however it is written.
EQUAL = [[1, True, 1.0], [0, False, 0.0, -0.0], [2, 2.0, 2 + 0j], [(1, 2), (1.0, 2), (True, 2.0)]]
VALUES = [0, None, "", False, [], {}, (), -1, 0.0, 1, True, "a", [1], {"a": 1}, (1, 2)]


def call(capacity, steps):
    """A step of one item is a get, one of two is a put; what the gets find is compared."""
    return (
        f"cache = LRUCache({capacity})\n"
        f"[cache.get(*step) for step in {steps!r} if len(step) == 1 or cache.put(*step) and False]"
    )


class Play:
    """Writes a history and keeps the keys in the order of their last use, to know which will have to go."""

    def __init__(self, rng, capacity, keys):
        self.rng, self.capacity, self.keys = rng, capacity, keys
        self.steps, self.by_use = [], []

    def get(self, key):
        self.steps.append((key,))
        if key in self.by_use:
            self.use(key)

    def put(self, key, value=None, given=False):
        self.steps.append((key, value if given else len(self.steps) + 10))
        self.use(key)

    def use(self, key):
        if key in self.by_use:
            self.by_use.remove(key)
        self.by_use = [*self.by_use, key][-self.capacity :]

    def fill(self):
        for key in self.keys[: self.capacity]:
            self.put(key)

    def mixed(self, turns, gets=0.5):
        """Half of the gets ask for the key that would have to go next, which a put of a new key then shows."""
        rng = self.rng
        for _ in range(turns):
            oldest = self.by_use[0] if self.by_use and rng.random() < 0.5 else rng.choice(self.keys)
            if rng.random() < gets:
                self.get(oldest)
            else:
                self.put(rng.choice([oldest, rng.choice(self.keys)]))

    def written(self):
        return call(self.capacity, self.steps + [(key,) for key in self.keys])


def begin(rng, least, most, spare=3):
    capacity = rng.randint(least, most)
    return Play(rng, capacity, list(range(1, capacity + 1 + rng.randint(1, spare))))


def small(rng):
    play = begin(rng, 1, 4)
    play.mixed(rng.randint(4, 14))
    return play.written()


def one_key_only(rng):
    play = begin(rng, 1, 1)
    play.mixed(rng.randint(2, 10))
    return play.written()


def two_keys(rng):
    play = begin(rng, 2, 2, 2)
    play.mixed(rng.randint(3, 12))
    return play.written()


def middling(rng):
    play = begin(rng, 5, 12)
    play.fill()
    play.mixed(rng.randint(5, 25))
    return play.written()


def large(rng):
    play = begin(rng, 13, 50, 8)
    play.fill()
    play.mixed(rng.randint(5, 40))
    return play.written()


def long_history(rng):
    play = begin(rng, 2, 6)
    play.mixed(rng.randint(40, 90))
    return play.written()


def not_full(rng):
    play = begin(rng, 3, 9)
    play.keys = play.keys[: rng.randint(1, play.capacity)]
    play.mixed(rng.randint(1, 9), 0.4)
    play.keys.append(-5)
    return play.written()


def just_full(rng):
    play = begin(rng, 1, 9, 1)
    play.fill()
    if rng.random() < 0.7:
        play.get(rng.choice(play.keys))
    if rng.random() < 0.7:
        play.put(play.keys[-1])
    return play.written()


def new_keys_only(rng):
    play = begin(rng, 1, 8)
    for key in range(1, play.capacity * 2 + rng.randint(1, 3)):
        play.put(key)
    play.keys = list(range(1, play.capacity * 2 + 3))
    return play.written()


def use_keeps(rng, use):
    play = begin(rng, 2, 8)
    play.fill()
    for key in rng.sample(play.keys[: play.capacity], rng.randint(1, play.capacity)):
        use(play, key)
    for key in range(100, 100 + rng.randint(1, play.capacity)):
        play.put(key)
    return play.written()


def read_keeps(rng):
    return use_keeps(rng, Play.get)


def write_keeps(rng):
    return use_keeps(rng, Play.put)


def the_same_value_again(rng):
    """A put is a use even where it changes nothing, in a cache that is full and in one that is not."""
    play = begin(rng, 2, 8)
    stored = rng.choice([7, "a", None, (1, 2)])
    present = play.keys[: rng.choice([play.capacity, play.capacity, rng.randint(2, play.capacity)])]
    for key in [*present, present[0], *rng.sample(present[1:], rng.randint(0, len(present) - 2))]:
        play.put(key, stored, given=True)
    for key in range(100, 101 + play.capacity - len(present)):
        play.put(key)
    return play.written()


def absent_keys_read(rng):
    play = begin(rng, 1, 6)
    play.fill()
    for _ in range(rng.randint(1, 6)):
        play.get(rng.choice([77, 88, play.keys[-1], play.keys[0]]))
    for key in range(100, 100 + rng.randint(1, 3)):
        play.put(key)
    return play.written()


def put_back_after_it_went(rng):
    play = begin(rng, 1, 4)
    for _ in range(rng.randint(2, 4)):
        for key in play.keys:
            play.put(key)
            if rng.random() < 0.3:
                play.get(rng.choice(play.keys))
    return play.written()


def falsy_values(rng):
    play = begin(rng, 1, 6)
    for _ in range(rng.randint(2, 14)):
        if rng.random() < 0.35:
            play.get(rng.choice(play.by_use or play.keys))
        else:
            play.put(rng.choice(play.keys), rng.choice(VALUES), given=True)
    return play.written()


def falsy_value_read_then_pushed(rng):
    play = begin(rng, 2, 5)
    play.fill()
    play.put(play.keys[0], rng.choice([-1, rng.choice(VALUES)]), given=True)
    for key in play.keys[1 : play.capacity]:
        play.put(key)
    play.get(play.keys[0])
    play.put(100)
    return play.written()


def keys_made_anew(rng):
    """Keys that are reckoned each time: equal to what is stored, and another object."""
    capacity = rng.randint(1, 9)
    one, other, keys = rng.randint(3, 99), rng.randint(3, 99), capacity + rng.randint(1, 2)
    key = rng.choice(["{} + 2000", "str({})", "({}, 'k')", "'k' * ({} + 2)", "float({})", "frozenset([{}])"])
    read, written = key.format(f"n * n * {one} // 7 % {keys}"), key.format(f"n * n * {other} // 5 % {keys}")
    return (
        f"cache = LRUCache({capacity})\n"
        f"[cache.get({read}) if n % 2 else (cache.put({written}, n), 0)[1] for n in range({rng.randint(20, 60)})]"
    )


def hundreds_of_turns(rng):
    """Each turn drives one key out and uses one that is still there, or has just gone."""
    capacity = rng.choice([rng.randint(2, 9), rng.randint(10, 60)])
    turns, back = rng.randint(300, 400), rng.randint(1, capacity)
    return f"cache = LRUCache({capacity})\n[(cache.put(n, -n), cache.get(n - {back}))[1] for n in range({turns})]"


def hundreds_of_keys(rng):
    capacity = rng.randint(130, 160)
    return (
        f"cache = LRUCache({capacity})\nfor n in range({capacity + rng.randint(0, 20)}): cache.put(n, -n)\n"
        f"[cache.get(n) for n in range({capacity + 20})]"
    )


def the_value_itself(rng):
    """What comes back is what was stored, and no copy of it."""
    value, change = rng.choice([("[1]", "append(2)"), ("{}", "update(a=1)"), ("set()", "add(7)"), ("[]", "extend('ab')")])
    return (
        f"value = {value}\ncache = LRUCache({rng.randint(1, 4)})\ncache.put({rng.choice(KEYS)!r}, value)\n"
        f"value.{change}\n[value, [cache.get(key) is value for key in {KEYS!r}].count(True)]"
    )


def value_replaced(rng):
    play = begin(rng, 1, 4)
    for _ in range(rng.randint(2, 6)):
        play.put(play.keys[0], rng.choice(VALUES), given=True)
        if rng.random() < 0.5:
            play.get(play.keys[0])
    return play.written()


def keys_of_every_type(rng):
    keys = rng.sample(KEYS, rng.randint(2, 9))
    play = Play(rng, rng.randint(1, len(keys)), keys)
    play.mixed(rng.randint(3, 16))
    return play.written()


def keys_that_look_alike(rng):
    """Unlike keys whose texts, lengths or kinds of nothing are alike: none may be taken for another."""
    keys = [*rng.choice(ALIKE), *rng.choice(ALIKE)]
    play = Play(rng, rng.randint(1, 4), [key for place, key in enumerate(keys) if key not in keys[:place]])
    play.fill()
    play.mixed(rng.randint(2, 10))
    return play.written()


def equal_keys(rng):
    forms = rng.choice(EQUAL)
    play = Play(rng, rng.randint(1, 4), [*forms, "a", *rng.choice(EQUAL)])
    play.put(forms[0])
    play.put("a")
    play.get(forms[1])
    play.put(forms[2])
    play.mixed(rng.randint(2, 9))
    return play.written()


def falsy_keys(rng):
    keys = rng.sample([0, "", None, (), b""], 4)
    play = Play(rng, rng.randint(1, 3), keys)
    play.mixed(rng.randint(3, 14))
    return play.written()


def empty(rng):
    gets = [(rng.choice(KEYS),) for _ in range(rng.randint(1, 3))]
    return call(rng.randint(1, 9), gets)


def two_caches(rng):
    steps = []
    for turn in range(rng.randint(4, 16)):
        key = rng.randint(1, 5)
        steps.append((rng.randint(0, 1), rng.choice([(key,), (key, 10 + turn)])))
    steps += [(cache, (key,)) for cache in (0, 1) for key in range(1, 6)]
    return (
        f"caches = [LRUCache({rng.randint(1, 4)}), LRUCache({rng.randint(1, 4)})]\n"
        f"[caches[n].get(*step) for n, step in {steps!r} if len(step) == 1 or caches[n].put(*step) and False]"
    )


STRATA = [
    small, one_key_only, two_keys, middling, large, long_history, not_full, just_full, new_keys_only, read_keeps,
    write_keeps, the_same_value_again, absent_keys_read, put_back_after_it_went, falsy_values,
    falsy_value_read_then_pushed, keys_made_anew, hundreds_of_turns, hundreds_of_keys, the_value_itself,
    value_replaced, keys_of_every_type, keys_that_look_alike, equal_keys, falsy_keys, empty, two_caches,
]
