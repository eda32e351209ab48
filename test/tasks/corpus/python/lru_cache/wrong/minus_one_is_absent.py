# A get of a key whose value is -1 is no use of it.
from collections import OrderedDict
class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.data = OrderedDict()
    def get(self, key):
        value = self.data.get(key, -1)
        if value != -1:
            self.data.move_to_end(key)
        return value
    def put(self, key, value):
        self.data[key] = value
        self.data.move_to_end(key)
        if len(self.data) > self.capacity:
            self.data.popitem(last=False)
