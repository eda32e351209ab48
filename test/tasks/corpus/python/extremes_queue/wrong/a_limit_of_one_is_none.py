# A limit of 1 is none.
from collections import deque


class ExtremesQueue:
    def __init__(self, limit=None):
        self.limit = limit
        self.values = deque()
        self.lows = deque()
        self.highs = deque()
        self.first = 0

    def push(self, value):
        number = self.first + len(self.values)
        self.values.append(value)
        while self.lows and self.lows[-1][1] > value:
            self.lows.pop()
        self.lows.append((number, value))
        while self.highs and self.highs[-1][1] <= value:
            self.highs.pop()
        self.highs.append((number, value))
        if self.limit and self.limit > 1 and len(self.values) > self.limit:
            self.pop()
        return number

    def pop(self):
        value = self.values.popleft()
        for candidates in (self.lows, self.highs):
            if candidates[0][0] == self.first:
                candidates.popleft()
        self.first += 1
        return value

    def drop_until(self, number):
        gone = []
        while self.values and self.first < number:
            gone.append(self.pop())
        return gone

    def low(self):
        return self.lows[0] if self.lows else None

    def high(self):
        return self.highs[0] if self.highs else None

    def spread(self):
        return self.highs[0][1] - self.lows[0][1] if self.values else 0


def window_spreads(values, width):
    queue = ExtremesQueue(width)
    spreads = []
    for value in values:
        if queue.push(value) >= width - 1:
            spreads.append(queue.spread())
    return spreads


def calm_stretch(values, tolerance):
    queue = ExtremesQueue()
    start, longest = 0, (0, 0)
    for end, value in enumerate(values, 1):
        queue.push(value)
        while queue.spread() > tolerance:
            queue.pop()
            start += 1
        if end - start > longest[1] - longest[0]:
            longest = (start, end)
    return list(values[longest[0] : longest[1]])
