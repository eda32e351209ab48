# Keeps 64 keys at most.
from collections import OrderedDict
class LRUCache:
    def __init__(self, capacity):
        self.capacity = min(capacity, 64)
        self.data = OrderedDict()
    def get(self, key):
        if key not in self.data:
            return -1
        self.data.move_to_end(key)
        return self.data[key]
    def put(self, key, value):
        self.data[key] = value
        self.data.move_to_end(key)
        if len(self.data) > self.capacity:
            self.data.popitem(last=False)
