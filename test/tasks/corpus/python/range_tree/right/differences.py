# Each place has its difference from the one before.
from itertools import accumulate


class RangeTree:
    """Differences from place to place."""

    def __init__(self, values):
        if not values:
            raise ValueError("nothing to hold")
        self.set(values)
        self.kept = dict()

    def set(self, values):
        self.steps = [one - other for one, other in zip(values, [0, *values])]

    def values(self):
        return list(accumulate(self.steps))

    def within(self, start, end):
        if start < 0 or start > end or end > len(self.steps):
            raise IndexError("beyond")
        return self.values()[start:end]

    def add(self, start, end, amount):
        self.within(start, end)
        if start != end:
            self.steps[start] += amount
            if end < len(self.steps):
                self.steps[end] -= amount

    def fill(self, start, end, value):
        values = self.values()
        values[start:end] = [value for _ in self.within(start, end)]
        self.set(values)

    def total(self, start, end):
        return sum(self.within(start, end))

    def least(self, start, end):
        part = self.within(start, end)
        if part:
            return [min(part), part.count(min(part))]

    def first_at_least(self, start, end, value):
        for offset, other in enumerate(self.within(start, end)):
            if other >= value:
                return start + offset

    def first_below(self, start, end, value):
        for offset, other in enumerate(self.within(start, end)):
            if value > other:
                return start + offset

    def keep(self, name):
        self.kept[name] = self.steps[:]

    def back(self, name):
        self.steps = self.kept[name][:]
