# A heap, from which the smaller half is taken.
from bisect import bisect_left, insort
from heapq import nsmallest


class Figures:
    """Keeps the values twice: as they came, and in order."""

    def __init__(self, window):
        if window < 1:
            raise ValueError("too small")
        self.window, self.came, self.ordered, self.number = window, [], [], 0

    def add(self, value):
        if bisect_left(self.ordered, value) == len(self.ordered):
            self.number += 1
        self.came.append(value)
        insort(self.ordered, value)
        if len(self.came) <= self.window:
            return None
        gone = self.came.pop(0)
        self.ordered.pop(bisect_left(self.ordered, gone))
        return gone

    def _check(self):
        if len(self.came) == 0:
            raise ValueError("there is nothing yet")

    def mean(self):
        self._check()
        size, total = len(self.came), 0
        for value in self.came:
            total += value
        lower = total // size
        return lower if total - lower * size < (lower + 1) * size - total else lower + 1

    def median(self):
        self._check()
        return nsmallest((len(self.came) + 1) // 2, self.came)[-1]

    def mode(self):
        self._check()
        last = {value: place for place, value in enumerate(self.came)}
        return max(last, key=lambda value: (self.came.count(value), last[value]))

    def records(self):
        return self.number

    def values(self):
        return self.came[:]
