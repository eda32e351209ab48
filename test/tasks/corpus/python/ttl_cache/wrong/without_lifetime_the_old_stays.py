# A put with a lifetime of 0 or less leaves the entry that the key has.
class TimedCache:
    def __init__(self, capacity, lifetime):
        if capacity < 1 or lifetime < 1:
            raise ValueError("too small")
        self.capacity = capacity
        self.lifetime = lifetime
        self.now = 0
        self.serial = 0
        self.data = {}

    def tick(self, now):
        if now < self.now:
            raise ValueError("time runs forward")
        self.now = now
        over = [key for key in self.data if self.data[key][1] <= now]
        for key in over:
            del self.data[key]

    def rank(self, key):
        return self.data[key][1:]

    def put(self, key, value, now, lifetime=None):
        self.tick(now)
        if lifetime is None:
            lifetime = self.lifetime
        removed = None
        if key in self.data:
            if lifetime > 0:
                del self.data[key]
        elif len(self.data) >= self.capacity:
            removed = min(self.data, key=self.rank)
            del self.data[removed]
        if lifetime > 0:
            self.serial += 1
            self.data[key] = [value, now + lifetime, 0, self.serial]
        return removed

    def get(self, key, now):
        self.tick(now)
        entry = self.data[key]
        entry[2] += 1
        return entry[0]

    def extend(self, key, now, time):
        self.tick(now)
        if key not in self.data:
            return False
        limit = now + 2 * self.lifetime
        deadline = self.data[key][1] + time
        self.data[key][1] = min(deadline, limit)
        return True

    def keys(self, now):
        self.tick(now)
        return sorted(self.data, key=self.rank)
