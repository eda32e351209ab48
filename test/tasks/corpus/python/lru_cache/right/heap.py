# A heap of uses, in which old ones are skipped.
import heapq

class LRUCache:
    def __init__(self, capacity):
        self.capacity, self.values, self.last, self.heap, self.time = capacity, {}, {}, [], 0

    def _use(self, key):
        self.time += 1
        self.last[key] = self.time
        heapq.heappush(self.heap, (self.time, _Box(key)))

    def get(self, key):
        if key not in self.values:
            return -1
        self._use(key)
        return self.values[key]

    def put(self, key, value):
        self.values[key] = value
        self._use(key)
        while len(self.values) > self.capacity:
            time, box = heapq.heappop(self.heap)
            if self.last.get(box.key) == time:
                del self.values[box.key], self.last[box.key]

class _Box:
    def __init__(self, key):
        self.key = key

    def __lt__(self, other):
        return False
