# A heap of ranks that is filled anew after halving, leftovers skipped.
import heapq


class FrequencyCache:
    def __init__(self, capacity, ceiling):
        if capacity < 0 or ceiling < 2:
            raise ValueError
        self.capacity, self.ceiling = capacity, ceiling
        self.live = {}
        self.values = {}
        self.keys = {}
        self.heap = []
        self.time = 0

    def mark(self, key, count):
        self.time += 1
        self.keys[self.time] = key
        self.live[key] = (count, self.time)
        heapq.heappush(self.heap, (count, self.time))
        if count == self.ceiling:
            for other, (number, time) in self.live.items():
                self.live[other] = ((number + 1) // 2, time)
            self.heap = list(self.live.values())
            heapq.heapify(self.heap)

    def pop(self):
        while True:
            rank = heapq.heappop(self.heap)
            key = self.keys[rank[1]]
            if self.live.get(key) == rank:
                del self.live[key], self.values[key]
                return key

    def put(self, key, value):
        if key in self.live:
            self.values[key] = value
            self.mark(key, self.live[key][0] + 1)
            return []
        if self.capacity == 0:
            return [key]
        removed = [self.pop()] if len(self.live) == self.capacity else []
        self.values[key] = value
        self.mark(key, 1)
        return removed

    def get(self, key, default=None):
        if key not in self.live:
            return default
        self.mark(key, self.live[key][0] + 1)
        return self.values[key]

    def remove(self, key):
        del self.live[key]
        return self.values.pop(key)

    def shrink(self, capacity):
        self.capacity = capacity
        return [self.pop() for _ in range(len(self.live) - capacity)]

    def ranking(self):
        return [(key, rank[0]) for key, rank in sorted(self.live.items(), key=lambda pair: pair[1])]
