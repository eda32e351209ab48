# A dict from number to value, in the order in which they came.
class ExtremesQueue:
    def __init__(self, limit=None):
        self.limit, self.held, self.total = limit, {}, 0

    def push(self, value):
        number, self.total = self.total, self.total + 1
        self.held[number] = value
        if self.limit is not None and len(self.held) > self.limit:
            self.pop()
        return number

    def pop(self):
        if not self.held:
            raise IndexError
        return self.held.pop(min(self.held))

    def drop_until(self, number):
        return [self.held.pop(each) for each in sorted(self.held) if each < number]

    def low(self):
        if self.held:
            return min(self.held.items(), key=lambda item: (item[1], item[0]))

    def high(self):
        if self.held:
            return max(self.held.items(), key=lambda item: (item[1], item[0]))

    def spread(self):
        return max(self.held.values()) - min(self.held.values()) if self.held else 0


def window_spreads(values, width):
    windows = zip(*(values[at:] for at in range(width)))
    return [max(window) - min(window) for window in windows]


def calm_stretch(values, tolerance):
    best_start = best_length = 0
    start = 0
    for end in range(1, len(values) + 1):
        while max(values[start:end]) - min(values[start:end]) > tolerance:
            start += 1
        if end - start > best_length:
            best_start, best_length = start, end - start
    return [*values[best_start : best_start + best_length]]
