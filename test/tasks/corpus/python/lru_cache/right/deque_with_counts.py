# A deque of uses with counts of how many are left of each key.
from collections import Counter, deque

class LRUCache:
    def __init__(self, capacity):
        self.capacity, self.values, self.uses, self.left = capacity, {}, deque(), Counter()

    def _use(self, key):
        self.uses.append(key)
        self.left[key] += 1

    def get(self, key):
        if key not in self.values:
            return -1
        self._use(key)
        return self.values[key]

    def put(self, key, value):
        self.values[key] = value
        self._use(key)
        while len(self.values) > self.capacity:
            key = self.uses.popleft()
            self.left[key] -= 1
            if self.left[key] == 0:
                del self.left[key], self.values[key]
