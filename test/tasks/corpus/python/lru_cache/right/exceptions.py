# Finds out by an exception.
class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.entries = dict()

    def get(self, key):
        try:
            value = self.entries.pop(key)
        except KeyError:
            return -1
        self.entries[key] = value
        return value

    def put(self, key, value):
        try:
            del self.entries[key]
        except KeyError:
            if len(self.entries) >= self.capacity:
                self.entries.pop(next(iter(self.entries)))
        self.entries[key] = value
