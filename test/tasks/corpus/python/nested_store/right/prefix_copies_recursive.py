# Keys by prefix, transactions by copies, versions by snapshots.
from collections import Counter


def parts_of(key):
    parts = key.split("/")
    if "" in parts:
        raise ValueError(f"{key!r} has an empty part")
    return parts


def is_within(key, top):
    return top == "" or key == top or key.startswith(top + "/")


class Layers:
    """A whole dict for each open transaction."""

    def __init__(self):
        self.dicts = [{}]
        self.labels = []

    def get(self, key):
        return self.dicts[-1].get(key)

    def all(self):
        return dict(self.dicts[-1])

    def write(self, changes):
        for key, value in changes.items():
            self.dicts[-1].pop(key, None)
            if value is not None:
                self.dicts[-1][key] = value

    def begin(self, label):
        self.dicts.append(dict(self.dicts[-1]))
        self.labels.append(label)

    def commit(self):
        self.labels.pop()
        inner = self.dicts.pop()
        outer, self.dicts[-1] = self.dicts[-1], inner
        return sum(1 for key in {*inner, *outer} if inner.get(key) != outer.get(key))

    def undo(self):
        self.labels.pop()
        self.dicts.pop()


class Versions:
    def __init__(self):
        self.known = [{}]

    def note(self, values):
        if values != self.known[-1]:
            self.known.append(values)

    def newest(self):
        return len(self.known) - 1

    def values(self, number):
        if number < 0 or number >= len(self.known):
            raise IndexError(number)
        return self.known[number]


class Store:
    def __init__(self):
        self.layers, self.versions = Layers(), Versions()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if len(self.layers.labels) == 0:
            self.versions.note(self.layers.all())

    def family(self, top):
        return [key for key in sorted(self.layers.all()) if is_within(key, top)]

    def put(self, key, value):
        if parts_of(key) and value is None:
            raise ValueError("nothing cannot be put")
        with self:
            self.layers.write({key: value})

    def get(self, key, default=None):
        return default if parts_of(key) and self.layers.get(key) is None else self.layers.get(key)

    def add(self, key, amount):
        parts_of(key)
        before = self.layers.get(key) or 0
        if before != 0 and type(before) is str or self.layers.get(key) == "":
            raise TypeError(key)
        self.put(key, before + amount)
        return before + amount

    def remove(self, key):
        return self.replace(key, {}) if parts_of(key) else 0

    def replace(self, top, values):
        gone = self.family(top)
        with self:
            self.layers.write({**{key: None for key in gone}, **values})
        return len(gone)

    def copy(self, source, target):
        depth = len(parts_of(source))
        parts_of(target)
        moved = {"/".join([target, *parts_of(key)[depth:]]): self.layers.get(key) for key in self.family(source)}
        self.replace(target, moved)
        return len(moved)

    def keys(self, key=""):
        return self.family(key) if key == "" or parts_of(key) else []

    def tree(self, key=""):
        depth = len(parts_of(key)) if key else 0
        return self.branch([(tuple(parts_of(name)[depth:]), self.layers.get(name)) for name in self.keys(key)])

    def branch(self, pairs):
        if [path for path, _ in pairs] == [()]:
            return pairs[0][1]
        result = {}
        for first in sorted({path[:1] for path, _ in pairs}):
            inner = [(path[1:], value) for path, value in pairs if path[:1] == first]
            result[first[0] if first else ""] = self.branch(inner)
        return result

    def count(self, value):
        return Counter((type(one), one) for one in self.layers.all().values())[type(value), value]

    def begin(self, label=None):
        self.layers.begin(label)
        return len(self.layers.labels)

    def commit(self):
        if self.layers.labels == []:
            raise RuntimeError
        with self:
            return self.layers.commit()

    def rollback(self, label=None):
        if label is None:
            if self.layers.labels == []:
                raise RuntimeError
            self.layers.undo()
            return 1
        if label not in self.layers.labels:
            raise KeyError(label)
        last, closed = object(), 0
        while last != label:
            last = self.layers.labels[-1]
            self.layers.undo()
            closed += 1
        return closed

    def version(self):
        return self.versions.newest()

    def at(self, version, key):
        parts_of(key)
        return self.versions.values(version).get(key)

    def changes(self, first, last):
        states = [self.versions.values(number) for number in (first, last)]
        rows = [[key, *(state.get(key) for state in states)] for key in set().union(*states)]
        return sorted((row for row in rows if row[1] != row[2]), key=lambda row: row[0])
