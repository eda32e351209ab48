# Only a value that is greater counts as at least.
class Box:
    def __init__(self, values):
        self.values = values[:]

    def size(self):
        return len(self.values)

    def read(self, start, end):
        return self.values[start:end]

    def write(self, start, values):
        self.values[start:start + len(values)] = values



class RangeTree:
    def __init__(self, values):
        if len(values) == 0:
            raise ValueError("no values")
        self.box = Box(values)
        self.kept = {}

    def check(self, start, end):
        if not 0 <= start <= end <= self.box.size():
            raise IndexError((start, end))

    def add(self, start, end, amount):
        self.check(start, end)
        self.box.write(start, [value + amount for value in self.box.read(start, end)])

    def fill(self, start, end, value):
        self.check(start, end)
        self.box.write(start, [value] * (end - start))

    def total(self, start, end):
        self.check(start, end)
        result = 0
        for value in self.box.read(start, end):
            result += value
        return result

    def least(self, start, end):
        self.check(start, end)
        best = None
        for value in self.box.read(start, end):
            if best is None or value < best[0]:
                best = [value, 1]
            elif value == best[0]:
                best[1] += 1
        return best

    def first_at_least(self, start, end, value):
        self.check(start, end)
        for place, other in enumerate(self.box.read(start, end), start):
            if other > value:
                return place
        return None

    def first_below(self, start, end, value):
        self.check(start, end)
        for place, other in enumerate(self.box.read(start, end), start):
            if other < value:
                return place
        return None

    def values(self):
        return self.box.read(0, self.box.size())

    def keep(self, name):
        self.kept[name] = self.values()

    def back(self, name):
        self.box = Box(self.kept[name])
