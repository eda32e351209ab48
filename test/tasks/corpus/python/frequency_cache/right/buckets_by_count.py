# A bucket of keys for each count; each bucket is in the order of the last use.
class FrequencyCache:
    def __init__(self, capacity, ceiling):
        if capacity < 0 or ceiling < 2:
            raise ValueError
        self.capacity, self.ceiling = capacity, ceiling
        self.where = {}
        self.buckets = {}
        self.stamp = 0

    def enter(self, key, value, count, stamp):
        self.where[key] = count
        self.buckets.setdefault(count, {})[key] = (value, stamp)

    def leave(self, key):
        count = self.where.pop(key)
        value, _ = self.buckets[count].pop(key)
        if not self.buckets[count]:
            del self.buckets[count]
        return value, count

    def halve(self):
        entries = []
        for count, bucket in self.buckets.items():
            for key, (value, stamp) in bucket.items():
                entries.append((stamp, key, value, (count + 1) >> 1))
        self.where, self.buckets = {}, {}
        for stamp, key, value, count in sorted(entries, key=lambda entry: entry[0]):
            self.enter(key, value, count, stamp)

    def use(self, key, value, count):
        self.stamp += 1
        self.enter(key, value, count, self.stamp)
        if count == self.ceiling:
            self.halve()

    def first(self):
        return next(iter(self.buckets[min(self.buckets)]))

    def put(self, key, value):
        if key in self.where:
            _, count = self.leave(key)
            self.use(key, value, count + 1)
            return []
        if self.capacity == 0:
            return [key]
        removed = []
        if len(self.where) == self.capacity:
            removed.append(self.first())
            self.leave(removed[0])
        self.use(key, value, 1)
        return removed

    def get(self, key, default=None):
        if key not in self.where:
            return default
        value, count = self.leave(key)
        self.use(key, value, count + 1)
        return value

    def remove(self, key):
        return self.leave(key)[0]

    def shrink(self, capacity):
        self.capacity = capacity
        removed = []
        while len(self.where) > capacity:
            removed.append(self.first())
            self.leave(removed[-1])
        return removed

    def ranking(self):
        return [(key, count) for count in sorted(self.buckets) for key in self.buckets[count]]
