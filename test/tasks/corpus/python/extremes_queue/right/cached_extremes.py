# Remembers both extremes, and looks anew only when one of them leaves.
class ExtremesQueue:
    def __init__(self, limit=None):
        self.limit = limit
        self.queue = []
        self.came = 0
        self.lowest = self.highest = None

    def push(self, value):
        pair = (self.came, value)
        self.came += 1
        self.queue.append(pair)
        if self.lowest is None or value < self.lowest[1]:
            self.lowest = pair
        if self.highest is None or value >= self.highest[1]:
            self.highest = pair
        if self.limit is not None and len(self.queue) > self.limit:
            self.pop()
        return pair[0]

    def pop(self):
        if len(self.queue) == 0:
            raise IndexError
        pair = self.queue.pop(0)
        if pair in (self.lowest, self.highest):
            self.look()
        return pair[1]

    def look(self):
        self.lowest = self.highest = None
        for pair in self.queue:
            if self.lowest is None or pair[1] < self.lowest[1]:
                self.lowest = pair
            if self.highest is None or pair[1] >= self.highest[1]:
                self.highest = pair

    def drop_until(self, number):
        gone = []
        for at, _ in list(self.queue):
            if at >= number:
                break
            gone.append(self.pop())
        return gone

    def low(self):
        return self.lowest

    def high(self):
        return self.highest

    def spread(self):
        return 0 if self.lowest is None else self.highest[1] - self.lowest[1]


def window_spreads(values, width):
    queue = ExtremesQueue(limit=width)
    numbered = [(queue.push(value), queue.spread()) for value in values]
    return [spread for number, spread in numbered if number + 1 >= width]


def calm_stretch(values, tolerance):
    queue = ExtremesQueue()
    best, current = [], []
    for value in values:
        queue.push(value)
        current = [*current, value]
        while queue.spread() > tolerance:
            queue.pop()
            current = current[1:]
        best = current if len(current) > len(best) else best
    return best
