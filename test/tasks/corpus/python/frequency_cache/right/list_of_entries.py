# One plain list in the order of the last use, searched from front to back.
class FrequencyCache:
    def __init__(self, capacity, ceiling):
        if capacity < 0 or ceiling < 2:
            raise ValueError
        self.capacity = capacity
        self.ceiling = ceiling
        self.rows = []

    def find(self, key):
        for row in self.rows:
            if row[0] == key:
                return row
        return None

    def used(self, row):
        self.rows = [other for other in self.rows if other is not row] + [row]
        row[2] += 1
        if row[2] == self.ceiling:
            for other in self.rows:
                half, odd = divmod(other[2], 2)
                other[2] = half + odd

    def drop_first(self):
        first = self.rows[0]
        for row in self.rows:
            if row[2] < first[2]:
                first = row
        self.rows = [row for row in self.rows if row is not first]
        return first[0]

    def put(self, key, value):
        row = self.find(key)
        removed = []
        if row is None:
            if self.capacity == 0:
                return [key]
            if len(self.rows) == self.capacity:
                removed.append(self.drop_first())
            row = [key, value, 0]
        row[1] = value
        self.used(row)
        return removed

    def get(self, key, default=None):
        row = self.find(key)
        if row is None:
            return default
        self.used(row)
        return row[1]

    def remove(self, key):
        row = self.find(key)
        if row is None:
            raise KeyError(key)
        self.rows = [other for other in self.rows if other is not row]
        return row[1]

    def shrink(self, capacity):
        self.capacity = capacity
        removed = []
        while len(self.rows) > capacity:
            removed.append(self.drop_first())
        return removed

    def ranking(self):
        ranked = []
        for count in sorted({row[2] for row in self.rows}):
            ranked += [(row[0], count) for row in self.rows if row[2] == count]
        return ranked
