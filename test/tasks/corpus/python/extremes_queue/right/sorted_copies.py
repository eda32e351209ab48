# The queue and two sorted lists beside it.
from bisect import bisect_left, insort


class ExtremesQueue:
    def __init__(self, limit=None):
        self._limit = float("inf") if limit is None else limit
        self._queue = []
        self._low = []
        self._high = []
        self._count = 0

    def push(self, value):
        number = self._count
        self._count += 1
        self._queue.append((value, number))
        insort(self._low, (value, number))
        insort(self._high, (value, number))
        if len(self._queue) > self._limit:
            self.pop()
        return number

    def pop(self):
        pair = self._queue.pop(0)
        for ordered in (self._low, self._high):
            ordered.pop(bisect_left(ordered, pair))
        return pair[0]

    def drop_until(self, number):
        gone = []
        while self._queue and self._queue[0][1] < number:
            gone.append(self.pop())
        return gone

    def low(self):
        return self._low[0][::-1] if self._low else None

    def high(self):
        return self._high[-1][::-1] if self._high else None

    def spread(self):
        return self._high[-1][0] - self._low[0][0] if self._queue else 0


def window_spreads(values, width):
    if len(values) < width:
        return []
    window = sorted(values[:width])
    spreads = [window[-1] - window[0]]
    for old, new in zip(values, values[width:]):
        window.pop(bisect_left(window, old))
        insort(window, new)
        spreads.append(window[-1] - window[0])
    return spreads


def calm_stretch(values, tolerance):
    window, start, best = [], 0, []
    for end, value in enumerate(values):
        insort(window, value)
        while window[-1] - window[0] > tolerance:
            window.pop(bisect_left(window, values[start]))
            start += 1
        if len(window) > len(best):
            best = list(values[start : end + 1])
    return best
