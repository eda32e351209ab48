# All values that ever came stay in a list; an offset tells where the queue begins.
class ExtremesQueue:
    def __init__(self, limit=None):
        self.limit = limit
        self.history = []
        self.start = 0

    def _present(self):
        return self.history[self.start :]

    def push(self, value):
        self.history.append(value)
        if self.limit is not None:
            self.start = max(self.start, len(self.history) - self.limit)
        return len(self.history) - 1

    def pop(self):
        value = self._present()[0]
        self.start += 1
        return value

    def drop_until(self, number):
        gone = self.history[self.start : max(number, self.start)]
        self.start += len(gone)
        return gone

    def low(self):
        present = self._present()
        if not present:
            return None
        value = min(present)
        return self.start + present.index(value), value

    def high(self):
        present = self._present()
        if not present:
            return None
        value = max(present)
        return len(self.history) - 1 - present[::-1].index(value), value

    def spread(self):
        present = self._present()
        return max(present) - min(present) if present else 0


def spread_of(values):
    return max(values) - min(values)


def window_spreads(values, width):
    return [spread_of(values[start : start + width]) for start in range(0, len(values) - width + 1)]


def calm_stretch(values, tolerance):
    stretch = (0, 0)
    for start in range(len(values)):
        length = stretch[1] - stretch[0] + 1
        while start + length <= len(values) and spread_of(values[start : start + length]) <= tolerance:
            stretch = (start, start + length)
            length += 1
    return list(values[stretch[0] : stretch[1]])
