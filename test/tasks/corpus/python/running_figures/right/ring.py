# A ring of places, and a sum.
class Figures:
    """A ring of places, with the sum kept up to date."""

    def __init__(self, window):
        if window <= 0:
            raise ValueError("a window of at least 1")
        self.ring = [None] * window
        self.count = 0
        self.sum = 0
        self.best = 0

    def add(self, value):
        kept = self.values()
        self.best += kept == [] or value > sorted(kept)[-1]
        place = self.count % len(self.ring)
        gone, self.ring[place] = self.ring[place], value
        self.count += 1
        self.sum += value - (gone or 0)
        return gone

    def values(self):
        first = self.count % len(self.ring)
        if self.count < len(self.ring):
            return self.ring[:first]
        return self.ring[first:] + self.ring[:first]

    def mean(self):
        size = min(self.count, len(self.ring))
        if size == 0:
            raise ValueError("no mean")
        whole, rest = divmod(self.sum, size)
        return whole + 1 if 2 * rest >= size else whole

    def median(self):
        values = self.values()
        if values == []:
            raise ValueError("no median")
        for value in values:
            below = sum(other < value for other in values)
            equal = values.count(value)
            if below <= (len(values) - 1) // 2 < below + equal:
                return value

    def mode(self):
        best, most, values = None, 0, self.values()
        for value in values:
            if values.count(value) >= most:
                best, most = value, values.count(value)
        # The last value with as many: each value that ties and stands later has taken the place of the one before.
        if most == 0:
            raise ValueError("no mode")
        return best

    def records(self):
        return self.best
