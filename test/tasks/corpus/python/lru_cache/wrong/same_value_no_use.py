# A put of the value that is there already is no use.
from collections import OrderedDict
class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.entries = OrderedDict()
    def get(self, key):
        key = key
        if key not in self.entries:
            return -1
        self.entries.move_to_end(key)
        return self.entries[key]
    def put(self, key, value):
        key = key
        if key in self.entries and self.entries[key] is value: return
        self.entries[key] = value
        self.entries.move_to_end(key)
        if len(self.entries) > self.capacity:
            self.entries.popitem(last=False)
