# Counts uses up to thirty and begins again.
class LRUCache:
    def __init__(self, capacity):
        self.capacity, self.entries, self.used, self.clock = capacity, {}, {}, 0

    def _use(self, key):
        self.clock = (self.clock + 1) % 30
        self.used[key] = self.clock

    def get(self, key):
        if key not in self.entries:
            return -1
        self._use(key)
        return self.entries[key]

    def put(self, key, value):
        self.entries[key] = value
        self._use(key)
        if len(self.entries) > self.capacity:
            oldest = min((one for one in self.used if one != key), key=self.used.get)
            del self.entries[oldest], self.used[oldest]
