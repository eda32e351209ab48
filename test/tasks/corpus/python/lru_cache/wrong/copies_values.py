# Stores and gives copies of the values.
import copy
from collections import OrderedDict
class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.data = OrderedDict()
    def get(self, key):
        if key not in self.data:
            return -1
        self.data.move_to_end(key)
        return copy.deepcopy(self.data[key])
    def put(self, key, value):
        self.data[key] = copy.deepcopy(value)
        self.data.move_to_end(key)
        if len(self.data) > self.capacity:
            self.data.popitem(last=False)
