# A queue that drops its oldest by itself.
from collections import Counter, deque


class Figures:
    def __init__(self, window):
        if window < 1:
            raise ValueError("a window holds at least one value")
        self.window = window
        self.kept = deque(maxlen=window)
        self.found = 0

    def add(self, value):
        if not self.kept or value > max(self.kept):
            self.found += 1
        gone = self.kept[0] if len(self.kept) == self.window else None
        self.kept.append(value)
        return gone

    def need(self):
        if not self.kept:
            raise ValueError("nothing is kept")
        return self.kept

    def mean(self):
        kept = self.need()
        return (2 * sum(kept) + len(kept)) // (2 * len(kept))

    def median(self):
        return sorted(self.need())[(len(self.kept) - 1) // 2]

    def mode(self):
        counts = Counter(self.need())
        most = max(counts.values())
        return [value for value in self.kept if counts[value] == most][-1]

    def records(self):
        return self.found

    def values(self):
        return list(self.kept)
