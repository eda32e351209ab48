# Values as runs; what is asked is found by the library.
from collections import Counter
from itertools import dropwhile


class Box:
    """Runs of equal values: [value, how many]."""

    def __init__(self, values):
        self.runs = []
        self.append(values)

    def append(self, values):
        for value in values:
            if self.runs and self.runs[-1][0] == value:
                self.runs[-1][1] += 1
            else:
                self.runs.append([value, 1])

    def size(self):
        return sum(times for _, times in self.runs)

    def read(self, start, end):
        everything = []
        for value, times in self.runs:
            everything += [value] * times
        return everything[start:end]

    def write(self, start, values):
        everything = self.read(0, self.size())
        self.runs = []
        self.append(everything[:start] + values + everything[start + len(values):])


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
