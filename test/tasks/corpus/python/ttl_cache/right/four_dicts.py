# Values, deadlines, reads and numbers, each in a dict of its own.
class TimedCache:
    def __init__(self, capacity, lifetime):
        if not (capacity >= 1 and lifetime >= 1):
            raise ValueError
        self.capacity = capacity
        self.lifetime = lifetime
        self.latest = 0
        self.number = 0
        self.values, self.deadlines, self.reads, self.numbers = {}, {}, {}, {}

    def forget(self, key):
        for table in (self.values, self.deadlines, self.reads, self.numbers):
            table.pop(key, None)

    def see(self, now):
        if self.latest > now:
            raise ValueError
        self.latest = now
        for key, deadline in list(self.deadlines.items()):
            if now >= deadline:
                self.forget(key)

    def order(self):
        keys = sorted(self.numbers, key=self.numbers.get)
        keys.sort(key=self.reads.get)
        keys.sort(key=self.deadlines.get)
        return keys

    def put(self, key, value, now, lifetime=None):
        self.see(now)
        result = None
        if key not in self.values and len(self.values) == self.capacity:
            result = self.order()[0]
            self.forget(result)
        self.forget(key)
        lifetime = self.lifetime if lifetime is None else lifetime
        if lifetime <= 0:
            return result
        self.number += 1
        self.values[key] = value
        self.deadlines[key] = now + lifetime
        self.reads[key] = 0
        self.numbers[key] = self.number
        return result

    def get(self, key, now):
        self.see(now)
        value = self.values[key]
        self.reads[key] = self.reads[key] + 1
        return value

    def extend(self, key, now, time):
        self.see(now)
        found = key in self.deadlines
        if found:
            self.deadlines[key] += time
            if self.deadlines[key] > now + 2 * self.lifetime:
                self.deadlines[key] = now + 2 * self.lifetime
        return found

    def keys(self, now):
        self.see(now)
        return self.order()
