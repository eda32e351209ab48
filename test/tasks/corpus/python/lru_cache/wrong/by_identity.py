# Knows a key only by being the same object.
class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.pairs = []
    def get(self, key):
        for place, (other, value) in enumerate(self.pairs):
            if other is key:
                self.pairs.append(self.pairs.pop(place))
                return value
        return -1
    def put(self, key, value):
        self.pairs = [pair for pair in self.pairs if pair[0] is not key]
        self.pairs.append((key, value))
        if len(self.pairs) > self.capacity:
            self.pairs.pop(0)
