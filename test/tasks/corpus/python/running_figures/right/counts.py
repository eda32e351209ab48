# Counts of values, and a falling list of the largest.
class Figures:
    """Counts of values are kept beside them; the largest kept value comes from a falling list."""

    def __init__(self, window):
        if window < 1:
            raise ValueError(f"a window of {window}")
        self.window = window
        self.kept = []
        self.counts = {}
        self.falling = []
        self.records_so_far = 0

    def add(self, value):
        if not self.falling or value > self.falling[0]:
            self.records_so_far += 1
        while self.falling and self.falling[-1] < value:
            self.falling.pop()
        self.falling.append(value)
        self.kept = self.kept + [value]
        self.counts[value] = self.counts.get(value, 0) + 1
        if len(self.kept) == self.window + 1:
            gone, *self.kept = self.kept
            self.counts[gone] -= 1
            if self.falling[0] == gone:
                del self.falling[0]
            return gone

    def mean(self):
        if not self.kept:
            raise ValueError("mean of nothing")
        total = sum(value * count for value, count in self.counts.items())
        return -((len(self.kept) - 2 * total - 1) // (2 * len(self.kept)))

    def median(self):
        if not self.kept:
            raise ValueError("median of nothing")
        passed = 0
        for value in sorted(self.counts):
            passed += self.counts[value]
            if 2 * passed >= len(self.kept):
                return value

    def mode(self):
        if not self.kept:
            raise ValueError("mode of nothing")
        best = self.kept[-1]
        for value in self.kept[::-1]:
            if self.counts[value] > self.counts[best]:
                best = value
        return best

    def records(self):
        return self.records_so_far

    def values(self):
        return [value for value in self.kept]
