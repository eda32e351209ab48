# What was done is done again for each place that is asked for.
class RangeTree:
    """Remembers what was done, and does it again for each place that is asked for."""

    def __init__(self, values):
        if values == []:
            raise ValueError
        self.start = tuple(values)
        self.done = []
        self.kept = {}

    def value(self, place):
        result = 0
        for first, end, kind, amount in reversed(self.done):
            if first <= place < end:
                result += amount
                if kind == "fill":
                    return result
        return result + self.start[place]

    def range(self, start, end):
        if min(start, len(self.start) - end, end - start) < 0:
            raise IndexError
        return range(start, end)

    def add(self, start, end, amount):
        self.range(start, end)
        self.done.append((start, end, "add", amount))

    def fill(self, start, end, value):
        self.range(start, end)
        self.done.append((start, end, "fill", value))

    def total(self, start, end):
        return sum(map(self.value, self.range(start, end)))

    def least(self, start, end):
        values = sorted(map(self.value, self.range(start, end)))
        return [values[0], values.count(values[0])] if values else None

    def first_at_least(self, start, end, value):
        return min((place for place in self.range(start, end) if self.value(place) >= value), default=None)

    def first_below(self, start, end, value):
        return min((place for place in self.range(start, end) if self.value(place) < value), default=None)

    def values(self):
        return [self.value(place) for place in range(len(self.start))]

    def keep(self, name):
        self.kept[name] = len(self.done), self.values()

    def back(self, name):
        _, values = self.kept[name]
        self.start, self.done = tuple(values), []
