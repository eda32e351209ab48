class Figures:
    def __init__(self, window):
        if window < 1:
            raise ValueError(f"a window of {window} keeps nothing")
        self.window = window
        self.kept = []
        self.counts = {}
        self.total = 0
        self.record_count = 0

    def add(self, value):
        if value > max(self.kept, default=value - 1):
            self.record_count += 1
        self.kept.append(value)
        self.counts[value] = self.counts.get(value, 0) + 1
        self.total += value
        if len(self.kept) <= self.window:
            return None
        gone = self.kept.pop(0)
        self.counts[gone] -= 1
        self.total -= gone
        return gone

    def count(self):
        if not self.kept:
            raise ValueError("nothing is kept")
        return len(self.kept)

    def mean(self):
        count = self.count()
        return (2 * self.total + count) // (2 * count)

    def median(self):
        count = self.count()
        self.kept.sort()
        return self.kept[(count - 1) // 2]

    def mode(self):
        self.count()
        return max(reversed(self.kept), key=self.counts.get)

    def records(self):
        return self.record_count

    def values(self):
        return self.kept[:]
