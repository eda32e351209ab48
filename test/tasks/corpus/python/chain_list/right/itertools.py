# A list and what itertools and heapq have.
from heapq import merge
from itertools import groupby, islice


class Chain:
    def __init__(self, values=()):
        self._values = [*values]

    def append(self, value):
        self._values += [value]

    def _check(self, index, end):
        if index not in range(end):
            raise IndexError(f"no place {index}")

    def insert(self, index, value):
        self._check(index, len(self._values) + 1)
        self._values[index:index] = [value]

    def remove(self, index):
        self._check(index, len(self._values))
        value = self._values[index]
        del self._values[index]
        return value

    def drop_repeats(self):
        kept = [value for value, _ in groupby(self._values)]
        count = len(self._values) - len(kept)
        self._values = kept
        return count

    def reverse_groups(self, size):
        if size <= 0:
            raise ValueError(f"no groups of {size}")
        feed = iter(self._values)
        turned = []
        while group := list(islice(feed, size)):
            turned.extend(reversed(group) if len(group) == size else group)
        self._values = turned

    def merge(self, other):
        self._values = list(merge(self._values, other._values))
        other._values = []

    def values(self):
        return list(self._values)
