class Node:
    """What is known of a stretch of values, and the change that its two halves have not been told of: add, after perhaps setting all."""

    def __init__(self, values):
        self.size = len(values)
        self.halves = []
        self.given = None
        self.extra = 0
        if self.size > 1:
            middle = self.size // 2
            self.halves = [Node(values[:middle]), Node(values[middle:])]
            self.sum_up()
        else:
            self.total = self.least = self.most = values[0]
            self.least_count = 1

    def sum_up(self):
        left, right = self.halves
        self.total = left.total + right.total
        self.most = max(left.most, right.most)
        self.least = min(left.least, right.least)
        self.least_count = sum(half.least_count for half in self.halves if half.least == self.least)

    def fill(self, value):
        self.total = value * self.size
        self.least = self.most = value
        self.least_count = self.size
        self.given, self.extra = value, 0

    def raise_by(self, amount):
        self.total += amount * self.size
        self.least += amount
        self.most += amount
        self.extra += amount

    def tell_halves(self):
        for half in self.halves:
            if self.given is not None:
                half.fill(self.given)
            half.raise_by(self.extra)
        self.given, self.extra = None, 0

    def parts(self, start, end):
        """The fewest nodes that make up the stretch from start to end, from the left."""
        if start == 0 and end == self.size:
            return [self]
        self.tell_halves()
        middle = self.halves[0].size
        found = []
        if start < middle:
            found += self.halves[0].parts(start, min(end, middle))
        if end > middle:
            found += self.halves[1].parts(max(start - middle, 0), end - middle)
        return found

    def change(self, start, end, way, amount):
        if start == 0 and end == self.size:
            way(self, amount)
            return
        self.tell_halves()
        middle = self.halves[0].size
        if start < middle:
            self.halves[0].change(start, min(end, middle), way, amount)
        if end > middle:
            self.halves[1].change(max(start - middle, 0), end - middle, way, amount)
        self.sum_up()

    def find(self, fits):
        """The place of the first value for which it fits, where it is known that there is one."""
        if self.size == 1:
            return 0
        self.tell_halves()
        left, right = self.halves
        return left.find(fits) if fits(left) else left.size + right.find(fits)


class RangeTree:
    def __init__(self, values):
        if not values:
            raise ValueError("there are no values")
        self.root = Node(values)
        self.kept = {}

    def add(self, start, end, amount):
        self._change(start, end, Node.raise_by, amount)

    def fill(self, start, end, value):
        self._change(start, end, Node.fill, value)

    def total(self, start, end):
        return sum(part.total for part in self._parts(start, end))

    def least(self, start, end):
        """The least value and how often it is there."""
        parts = self._parts(start, end)
        if not parts:
            return None
        least = min(part.least for part in parts)
        return [least, sum(part.least_count for part in parts if part.least == least)]

    def first_at_least(self, start, end, value):
        return self._first(start, end, lambda part: part.most >= value)

    def first_below(self, start, end, value):
        return self._first(start, end, lambda part: part.least < value)

    def keep(self, name):
        self.kept[name] = self.values()

    def back(self, name):
        self.root = Node(self.kept[name])

    def values(self):
        return [self.total(place, place + 1) for place in range(self.root.size)]

    def _parts(self, start, end):
        self._check(start, end)
        return self.root.parts(start, end) if start < end else []

    def _change(self, start, end, way, amount):
        self._check(start, end)
        if start < end:
            self.root.change(start, end, way, amount)

    def _check(self, start, end):
        if start < 0 or end > self.root.size or start > end:
            raise IndexError(f"{start} to {end} is no range")

    def _first(self, start, end, fits):
        place = start
        for part in self._parts(start, end):
            if fits(part):
                return place + part.find(fits)
            place += part.size
        return None
