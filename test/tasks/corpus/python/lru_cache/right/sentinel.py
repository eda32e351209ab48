# Asks with a value that nobody can store.
from collections import OrderedDict

ABSENT = object()

class LRUCache:
    def __init__(self, capacity):
        self.capacity, self.entries = capacity, OrderedDict()

    def get(self, key):
        value = self.entries.get(key, ABSENT)
        if value is ABSENT:
            return -1
        self.entries.move_to_end(key)
        return value

    def put(self, key, value):
        if key in self.entries:
            del self.entries[key]
        elif len(self.entries) == self.capacity:
            self.entries.popitem(last=False)
        self.entries[key] = value
