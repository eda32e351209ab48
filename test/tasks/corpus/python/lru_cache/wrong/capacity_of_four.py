# Never keeps more than four keys.
from collections import OrderedDict

class LRUCache:
    def __init__(self, capacity):
        self.capacity, self.entries = min(capacity, 4), OrderedDict()

    def get(self, key):
        if key not in self.entries:
            return -1
        self.entries.move_to_end(key)
        return self.entries[key]

    def put(self, key, value):
        self.entries[key] = value
        self.entries.move_to_end(key)
        while len(self.entries) > self.capacity:
            self.entries.popitem(last=False)
