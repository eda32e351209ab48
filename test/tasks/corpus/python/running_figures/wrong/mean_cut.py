# Cuts the mean.
from collections import Counter, deque


class Figures:
    def __init__(self, window):
        if window < 1:
            raise ValueError("a window holds at least one value")
        self.window = window
        self.kept = deque()
        self.found = 0

    def add(self, value):
        if not self.kept or value > max(self.kept):
            self.found += 1
        self.kept.append(value)
        return self.kept.popleft() if len(self.kept) > self.window else None

    def need(self):
        if not self.kept:
            raise ValueError("nothing is kept")
        return self.kept

    def mean(self):
        kept = self.need()
        return sum(kept) // len(kept)

    def median(self):
        return sorted(self.need())[(len(self.kept) - 1) // 2]

    def mode(self):
        counts = Counter(self.need())
        most = max(counts.values())
        return next(value for value in reversed(self.kept) if counts[value] == most)

    def records(self):
        return self.found

    def values(self):
        return list(self.kept)
