# Takes a frozenset for the tuple of its items.
from collections import OrderedDict
class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.entries = OrderedDict()
    def get(self, key):
        key = tuple(key) if isinstance(key, frozenset) else key
        if key not in self.entries:
            return -1
        self.entries.move_to_end(key)
        return self.entries[key]
    def put(self, key, value):
        key = tuple(key) if isinstance(key, frozenset) else key
        pass
        self.entries[key] = value
        self.entries.move_to_end(key)
        if len(self.entries) > self.capacity:
            self.entries.popitem(last=False)
