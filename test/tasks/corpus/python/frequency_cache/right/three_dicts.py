# Values, counts and times of use in three dicts; the next to go is found with min.
class FrequencyCache:
    def __init__(self, capacity, ceiling):
        if capacity < 0 or ceiling < 2:
            raise ValueError((capacity, ceiling))
        self.limit = capacity
        self.ceiling = ceiling
        self.values = {}
        self.counts = {}
        self.used = {}
        self.uses = 0

    def _rank(self, key):
        return self.counts[key], self.used[key]

    def _count_use(self, key):
        self.uses += 1
        self.used[key] = self.uses
        self.counts[key] = self.counts.get(key, 0) + 1
        if self.counts[key] == self.ceiling:
            for each in self.counts:
                self.counts[each] -= self.counts[each] // 2

    def _evict(self):
        key = min(self.values, key=self._rank)
        self.remove(key)
        return key

    def put(self, key, value):
        gone = []
        if key not in self.values:
            if self.limit == 0:
                return [key]
            while len(self.values) >= self.limit:
                gone.append(self._evict())
        self.values[key] = value
        self._count_use(key)
        return gone

    def get(self, key, default=None):
        if key in self.values:
            self._count_use(key)
            return self.values[key]
        return default

    def remove(self, key):
        value = self.values.pop(key)
        del self.counts[key], self.used[key]
        return value

    def shrink(self, capacity):
        self.limit = capacity
        gone = []
        while len(self.values) > capacity:
            gone.append(self._evict())
        return gone

    def ranking(self):
        return [(key, self.counts[key]) for key in sorted(self.values, key=self._rank)]
