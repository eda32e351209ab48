# Keeps all entries in one list in their order, by bisection.
import bisect


class TimedCache:
    def __init__(self, capacity, lifetime):
        if min(capacity, lifetime) < 1:
            raise ValueError("at least 1")
        self.capacity, self.lifetime = capacity, lifetime
        self.time = 0
        self.count = 0
        self.order = []
        self.where = {}

    def advance(self, now):
        if now < self.time:
            raise ValueError("back in time")
        self.time = now
        while self.order and self.order[0][0] <= now:
            del self.where[self.order.pop(0)[3]]

    def take(self, key):
        rank, value = self.where.pop(key)
        del self.order[bisect.bisect_left(self.order, rank[:3], key=lambda entry: entry[:3])]
        return rank, value

    def place(self, rank, value):
        bisect.insort(self.order, rank, key=lambda entry: entry[:3])
        self.where[rank[3]] = (rank, value)

    def put(self, key, value, now, lifetime=None):
        self.advance(now)
        evicted = None
        if key in self.where:
            self.take(key)
        elif len(self.order) == self.capacity:
            evicted = self.order.pop(0)[3]
            del self.where[evicted]
        deadline = now + (self.lifetime if lifetime is None else lifetime)
        if deadline > now:
            self.count += 1
            self.place((deadline, 0, self.count, key), value)
        return evicted

    def get(self, key, now):
        self.advance(now)
        (deadline, reads, count, _), value = self.take(key)
        self.place((deadline, reads + 1, count, key), value)
        return value

    def extend(self, key, now, time):
        self.advance(now)
        if key not in self.where:
            return False
        (deadline, reads, count, _), value = self.take(key)
        deadline = min(now + self.lifetime * 2, deadline + time)
        self.place((deadline, reads, count, key), value)
        return True

    def keys(self, now):
        self.advance(now)
        return [entry[3] for entry in self.order]
