# Values as list; what is asked is found by the library.
from collections import Counter
from itertools import dropwhile


class Box:
    def __init__(self, values):
        self.values = values[:]

    def size(self):
        return len(self.values)

    def read(self, start, end):
        return self.values[start:end]

    def write(self, start, values):
        self.values[start:start + len(values)] = values


def checked(method):
    def call(self, start, end, *rest):
        if start < 0 or end > self.box.size() or start > end:
            raise IndexError(f"{start} to {end}")
        return method(self, start, end, *rest)
    return call


class RangeTree:
    def __init__(self, values):
        if not values:
            raise ValueError("an empty list")
        self.box = Box(list(values))
        self.names = {}

    def change(self, start, end, how):
        self.box.write(start, list(map(how, self.box.read(start, end))))

    @checked
    def add(self, start, end, amount):
        self.change(start, end, amount.__add__)

    @checked
    def fill(self, start, end, value):
        self.change(start, end, lambda _: value)

    @checked
    def total(self, start, end):
        return sum(self.box.read(start, end))

    @checked
    def least(self, start, end):
        counts = Counter(self.box.read(start, end))
        return list(min(counts.items())) if counts else None

    def first(self, start, end, wanted):
        pairs = enumerate(self.box.read(start, end))
        found = next(dropwhile(lambda pair: not wanted(pair[1]), pairs), None)
        return None if found is None else start + found[0]

    @checked
    def first_at_least(self, start, end, value):
        return self.first(start, end, lambda other: not other < value)

    @checked
    def first_below(self, start, end, value):
        return self.first(start, end, lambda other: other < value)

    def values(self):
        return list(self.box.read(0, self.box.size()))

    def keep(self, name):
        self.names[name] = tuple(self.values())

    def back(self, name):
        if name not in self.names:
            raise KeyError(name)
        self.box.write(0, list(self.names[name]))
