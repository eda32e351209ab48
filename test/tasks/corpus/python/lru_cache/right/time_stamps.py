# With the time of each use.
from itertools import count

class LRUCache:
    def __init__(self, capacity):
        self.capacity, self.clock, self.entries = capacity, count(), {}

    def get(self, key):
        if key not in self.entries:
            return -1
        entry = self.entries[key]
        entry[0] = next(self.clock)
        return entry[1]

    def put(self, key, value):
        self.entries[key] = [next(self.clock), value]
        if len(self.entries) > self.capacity:
            del self.entries[min(self.entries, key=lambda one: self.entries[one][0])]
