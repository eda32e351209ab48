# Takes keys with the same hash for the same, such as -1 and -2.
class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.data = {}
    def get(self, key):
        key = hash(key)
        if key not in self.data:
            return -1
        value = self.data.pop(key)
        self.data[key] = value
        return value
    def put(self, key, value):
        key = hash(key)
        self.data.pop(key, None)
        self.data[key] = value
        if len(self.data) > self.capacity:
            del self.data[next(iter(self.data))]
