# A heap for the smallest and one for the largest; what has left is skipped.
import heapq


class ExtremesQueue:
    def __init__(self, limit=None):
        self.limit = limit
        self.all = []
        self.gone = 0
        self.small, self.large = [], []

    def push(self, value):
        number = len(self.all)
        self.all.append(value)
        heapq.heappush(self.small, (value, number))
        heapq.heappush(self.large, (-value, -number))
        if self.limit is not None and number + 1 - self.gone > self.limit:
            self.gone += 1
        return number

    def pop(self):
        if self.gone == len(self.all):
            raise IndexError("empty")
        self.gone += 1
        return self.all[self.gone - 1]

    def drop_until(self, number):
        before = self.gone
        self.gone = max(before, min(number, len(self.all)))
        return self.all[before : self.gone]

    def low(self):
        while self.small and self.small[0][1] < self.gone:
            heapq.heappop(self.small)
        if self.small:
            value, number = self.small[0]
            return number, value
        return None

    def high(self):
        while self.large and -self.large[0][1] < self.gone:
            heapq.heappop(self.large)
        if self.large:
            value, number = self.large[0]
            return -number, -value
        return None

    def spread(self):
        low, high = self.low(), self.high()
        return high[1] - low[1] if low else 0


def window_spreads(values, width):
    queue, result = ExtremesQueue(width), []
    for at, value in enumerate(values):
        queue.push(value)
        if at + 1 >= width:
            result.append(queue.spread())
    return result


def calm_stretch(values, tolerance):
    for length in range(len(values), 0, -1):
        for start, spread in enumerate(window_spreads(values, length)):
            if spread <= tolerance:
                return list(values[start : start + length])
    return []
