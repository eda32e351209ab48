# Sorted keys with their copies beside them, and sums of copies that are made anew after a change.
from bisect import bisect_left, bisect_right
from itertools import accumulate


class SearchTree:
    def __init__(self, keys=()):
        self.keys = []
        self.copies = []
        self.sums = [0]
        for key in keys:
            self.add(key)

    def _changed(self):
        self.sums = list(accumulate(self.copies, initial=0))

    def _index(self, key):
        at = bisect_left(self.keys, key)
        return at, at < len(self.keys) and self.keys[at] == key

    def add(self, key, copies=1):
        if copies < 1:
            raise ValueError(copies)
        at, there = self._index(key)
        if not there:
            self.keys.insert(at, key)
            self.copies.insert(at, 0)
        self.copies[at] += copies
        self._changed()

    def remove(self, key, copies=1):
        at, there = self._index(key)
        if not there:
            raise KeyError(key)
        taken = min(self.copies[at], copies)
        self.copies[at] -= taken
        if self.copies[at] == 0:
            del self.keys[at], self.copies[at]
        self._changed()
        return taken

    def count(self, key):
        at, there = self._index(key)
        return self.copies[at] if there else 0

    def rank(self, key, inclusive=False):
        find = bisect_right if inclusive else bisect_left
        return self.sums[find(self.keys, key)]

    def at(self, rank):
        if rank < 0 or rank >= self.sums[-1]:
            raise IndexError(rank)
        return self.keys[bisect_right(self.sums, rank) - 1]

    def below(self, key):
        at, _ = self._index(key)
        return None if at == 0 else self.keys[at - 1]

    def items(self, low, high):
        start, stop = bisect_left(self.keys, low), bisect_left(self.keys, high)
        return list(zip(self.keys[start:stop], self.copies[start:stop]))
