from collections import deque


class ExtremesQueue:
    """A queue that knows its smallest and its largest value without looking through all of them."""

    def __init__(self, limit=None):
        self.limit = limit
        self.values = deque()
        self.first = 0
        self.lows = deque()
        self.highs = deque()

    def push(self, value):
        number = self.first + len(self.values)
        while self.lows and self.lows[-1][1] > value:
            self.lows.pop()
        while self.highs and self.highs[-1][1] <= value:
            self.highs.pop()
        self.lows.append((number, value))
        self.highs.append((number, value))
        self.values.append(value)
        if self.limit is not None and len(self.values) > self.limit:
            self.pop()
        return number

    def pop(self):
        for extremes in (self.lows, self.highs):
            if extremes[0][1] == self.values[0]:
                extremes.popleft()
        self.first += 1
        return self.values.popleft()

    def drop_until(self, number):
        dropped = []
        while self.values and self.first < number:
            dropped.append(self.pop())
        return dropped

    def low(self):
        return self.lows[0] if self.lows else None

    def high(self):
        return self.highs[0] if self.highs else None

    def spread(self):
        return self.highs[0][1] - self.lows[0][1] if self.values else 0


def calm_stretch(values, tolerance):
    queue = ExtremesQueue()
    best = []
    for value in values:
        queue.push(value)
        while queue.spread() > tolerance:
            queue.pop()
        if len(queue.values) > len(best):
            best = list(queue.values)
    return best


def window_spreads(values, width):
    queue = ExtremesQueue(width)
    spreads = []
    for value in values:
        number = queue.push(value)
        if number >= width - 1:
            spreads.append(queue.spread())
    return spreads
