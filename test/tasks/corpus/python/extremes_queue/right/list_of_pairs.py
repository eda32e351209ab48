# A list of numbered values; extremes are looked for whenever they are asked for.
class ExtremesQueue:
    def __init__(self, limit=None):
        self.limit = limit
        self.pairs = []
        self.next = 0

    def push(self, value):
        self.pairs.append((self.next, value))
        self.next += 1
        if self.limit is not None and len(self.pairs) > self.limit:
            self.pairs.pop(0)
        return self.next - 1

    def pop(self):
        return self.pairs.pop(0)[1]

    def drop_until(self, number):
        gone = [value for at, value in self.pairs if at < number]
        self.pairs = self.pairs[len(gone) :]
        return gone

    def low(self):
        return min(self.pairs, key=lambda pair: pair[1], default=None)

    def high(self):
        return max(reversed(self.pairs), key=lambda pair: pair[1], default=None)

    def spread(self):
        if not self.pairs:
            return 0
        return self.high()[1] - self.low()[1]


def window_spreads(values, width):
    return [max(values[at : at + width]) - min(values[at : at + width]) for at in range(len(values) - width + 1)]


def calm_stretch(values, tolerance):
    best = []
    for start in range(len(values)):
        low = high = values[start]
        for end in range(start, len(values)):
            low, high = min(low, values[end]), max(high, values[end])
            if high - low > tolerance:
                break
            if end - start + 1 > len(best):
                best = list(values[start : end + 1])
    return best
