# Counts uses in one byte.
class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.data = {}
        self.clock = 0
    def tick(self):
        self.clock = (self.clock + 1) & 0xFF
        return self.clock
    def get(self, key):
        if key not in self.data:
            return -1
        self.data[key][1] = self.tick()
        return self.data[key][0]
    def put(self, key, value):
        if key not in self.data and len(self.data) >= self.capacity:
            oldest = min(self.data, key=lambda one: self.data[one][1])
            del self.data[oldest]
        self.data[key] = [value, self.tick()]
