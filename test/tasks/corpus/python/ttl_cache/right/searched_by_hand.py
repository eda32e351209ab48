# Rows in the order in which they were put; the first in order is looked for row by row.
KEY, VALUE, UNTIL, READS = range(4)


class TimedCache:
    def __init__(self, capacity, lifetime):
        if capacity < 1:
            raise ValueError("no room")
        if lifetime < 1:
            raise ValueError("no time")
        self.capacity, self.lifetime, self.time, self.rows = capacity, lifetime, 0, []

    def pass_to(self, now):
        if now < self.time:
            raise ValueError("too late")
        self.time = now
        index = 0
        while index < len(self.rows):
            if self.rows[index][UNTIL] <= now:
                self.rows.pop(index)
            else:
                index += 1

    def index_of(self, key):
        index = len(self.rows) - 1
        while index >= 0 and self.rows[index][KEY] != key:
            index -= 1
        return index

    def first_of(self, rows):
        best = 0
        for index in range(1, len(rows)):
            row, other = rows[index], rows[best]
            if row[UNTIL] < other[UNTIL] or (row[UNTIL] == other[UNTIL] and row[READS] < other[READS]):
                best = index
        return best

    def put(self, key, value, now, lifetime=None):
        self.pass_to(now)
        removed = None
        index = self.index_of(key)
        if index == -1 and len(self.rows) == self.capacity:
            index = self.first_of(self.rows)
            removed = self.rows[index][KEY]
        if index != -1:
            del self.rows[index]
        if lifetime is None:
            lifetime = self.lifetime
        if lifetime > 0:
            self.rows.append([key, value, now + lifetime, 0])
        return removed

    def get(self, key, now):
        self.pass_to(now)
        index = self.index_of(key)
        if index == -1:
            raise KeyError(key)
        self.rows[index][READS] += 1
        return self.rows[index][VALUE]

    def extend(self, key, now, time):
        self.pass_to(now)
        index = self.index_of(key)
        if index == -1:
            return False
        until = self.rows[index][UNTIL] + time
        most = now + 2 * self.lifetime
        self.rows[index][UNTIL] = until if until < most else most
        return True

    def keys(self, now):
        self.pass_to(now)
        rows, keys = list(self.rows), []
        while rows:
            keys.append(rows.pop(self.first_of(rows))[KEY])
        return keys
