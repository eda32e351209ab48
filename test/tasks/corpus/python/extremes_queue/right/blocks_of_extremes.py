# Two stacks with the extremes of each height; the front one is filled from the back one.
class ExtremesQueue:
    def __init__(self, limit=None):
        self.limit = limit
        self.front = []
        self.back = []
        self.total = 0

    def size(self):
        return len(self.front) + len(self.back)

    def push(self, value):
        pair = (self.total, value)
        low = high = pair
        if self.back:
            _, below, above = self.back[-1]
            low = below if below[1] <= value else pair
            high = above if above[1] > value else pair
        self.back.append((pair, low, high))
        self.total += 1
        if self.limit is not None and self.size() > self.limit:
            self.pop()
        return pair[0]

    def pop(self):
        if not self.front:
            while self.back:
                pair, _, _ = self.back.pop()
                low = high = pair
                if self.front:
                    _, below, above = self.front[-1]
                    low = pair if pair[1] <= below[1] else below
                    high = pair if pair[1] > above[1] else above
                self.front.append((pair, low, high))
        return self.front.pop()[0][1]

    def drop_until(self, number):
        gone = []
        while self.size() and self.total - self.size() < number:
            gone.append(self.pop())
        return gone

    def low(self):
        tops = [stack[-1][1] for stack in (self.front, self.back) if stack]
        return min(tops, key=lambda pair: pair[1]) if tops else None

    def high(self):
        tops = [stack[-1][2] for stack in (self.back, self.front) if stack]
        return max(tops, key=lambda pair: pair[1]) if tops else None

    def spread(self):
        if self.size() == 0:
            return 0
        return self.high()[1] - self.low()[1]


def window_spreads(values, width):
    queue = ExtremesQueue()
    spreads = []
    for value in values:
        queue.push(value)
        if queue.size() > width:
            queue.pop()
        if queue.size() == width:
            spreads.append(queue.spread())
    return spreads


def calm_stretch(values, tolerance):
    queue, best = ExtremesQueue(), (0, 0)
    for end, value in enumerate(values, 1):
        queue.push(value)
        while queue.spread() > tolerance:
            queue.pop()
        if queue.size() > best[1] - best[0]:
            best = (end - queue.size(), end)
    return list(values)[slice(*best)]
