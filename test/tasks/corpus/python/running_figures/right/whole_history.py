# The whole history, of which the end counts.
from fractions import Fraction
from math import floor


class Figures:
    """Keeps all that was ever added, and looks at its end."""

    def __init__(self, window):
        if not window > 0:
            raise ValueError(window)
        self.window = window
        self.history = []

    def values(self):
        return self.history[-self.window :]

    def add(self, value):
        gone = self.history[-self.window] if len(self.history) >= self.window else None
        self.history.append(value)
        return gone

    def mean(self):
        values = self.values()
        if not values:
            raise ValueError("no values")
        return floor(Fraction(sum(values), len(values)) + Fraction(1, 2))

    def median(self):
        values = sorted(self.values(), reverse=True)
        if not values:
            raise ValueError("no values")
        return values[len(values) // 2]

    def mode(self):
        values = self.values()[::-1]
        if not values:
            raise ValueError("no values")
        return max(values, key=values.count)

    def records(self):
        count = 0
        for place, value in enumerate(self.history):
            before = self.history[max(0, place - self.window) : place]
            count += all(value > other for other in before)
        return count
