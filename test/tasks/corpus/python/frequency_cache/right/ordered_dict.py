# An OrderedDict whose end is the key used last.
from collections import OrderedDict
from operator import itemgetter


class FrequencyCache:
    def __init__(self, capacity, ceiling):
        if capacity < 0 or ceiling < 2:
            raise ValueError("capacity from 0, ceiling from 2")
        self.capacity = capacity
        self.ceiling = ceiling
        self.values = {}
        self.counts = OrderedDict()

    def put(self, key, value):
        removed = []
        if key not in self.counts:
            if self.capacity == 0:
                return [key]
            removed = self._trim(self.capacity - 1)
            self.counts[key] = 0
        self.values[key] = value
        self._use(key)
        return removed

    def _use(self, key):
        self.counts[key] += 1
        self.counts.move_to_end(key)
        if self.counts[key] >= self.ceiling:
            for each, count in self.counts.items():
                self.counts[each] = count // 2 + count % 2

    def _trim(self, size):
        removed = []
        for key, _ in self.ranking():
            if len(self.counts) <= size:
                break
            self.remove(key)
            removed.append(key)
        return removed

    def get(self, key, default=None):
        if key not in self.values:
            return default
        self._use(key)
        return self.values[key]

    def remove(self, key):
        del self.counts[key]
        return self.values.pop(key)

    def shrink(self, capacity):
        self.capacity = capacity
        return self._trim(capacity)

    def ranking(self):
        return sorted(self.counts.items(), key=itemgetter(1))
