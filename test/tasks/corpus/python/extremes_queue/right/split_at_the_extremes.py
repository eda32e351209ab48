# Finds the calm stretch by splitting at what is too far apart; the queue is a plain list and a counter.
class ExtremesQueue:
    def __init__(self, limit=None):
        self.limit = limit
        self.values = []
        self.taken = 0

    def push(self, value):
        self.values = self.values + [value]
        number = self.taken + len(self.values) - 1
        if self.limit is not None and len(self.values) == self.limit + 1:
            self.pop()
        return number

    def pop(self):
        if not self.values:
            raise IndexError("nothing to take")
        first, self.values = self.values[0], self.values[1:]
        self.taken += 1
        return first

    def drop_until(self, number):
        count = min(max(number - self.taken, 0), len(self.values))
        return [self.pop() for _ in range(count)]

    def numbered(self):
        return [(value, self.taken + at) for at, value in enumerate(self.values)]

    def low(self):
        if not self.values:
            return None
        value, number = min(self.numbered())
        return (number, value)

    def high(self):
        if not self.values:
            return None
        value, number = max(self.numbered())
        return (number, value)

    def spread(self):
        ordered = sorted(self.values)
        return ordered[-1] - ordered[0] if ordered else 0


def window_spreads(values, width):
    lows = highs = list(values)
    for _ in range(width - 1):
        lows = [min(pair) for pair in zip(lows, list(values)[len(values) - len(lows) + 1 :])]
        highs = [max(pair) for pair in zip(highs, list(values)[len(values) - len(highs) + 1 :])]
    return [high - low for low, high in zip(lows, highs)]


def calm_stretch(values, tolerance):
    def calm(length):
        for start in range(len(values) - length + 1):
            part = values[start : start + length]
            if max(part) - min(part) <= tolerance:
                return list(part)
        return None

    low, high = 0, len(values)
    while low < high:
        middle = (low + high + 1) // 2
        if calm(middle) is None:
            high = middle - 1
        else:
            low = middle
    return calm(low) if low else []
