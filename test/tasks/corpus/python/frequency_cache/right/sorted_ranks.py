# The pairs of count and time of use stand sorted in a list, found by bisection.
from bisect import bisect_left, insort


class FrequencyCache:
    def __init__(self, capacity, ceiling):
        if not (capacity >= 0 and ceiling >= 2):
            raise ValueError
        self.capacity = capacity
        self.ceiling = ceiling
        self.ranks = []
        self.key_at = {}
        self.rank_of = {}
        self.value_of = {}
        self.now = 0

    def _insert(self, key, count):
        self.now += 1
        rank = (count, self.now)
        insort(self.ranks, rank)
        self.rank_of[key] = rank
        self.key_at[self.now] = key
        if count == self.ceiling:
            self.ranks = sorted(((count + 1) // 2, time) for count, time in self.ranks)
            self.rank_of = {self.key_at[time]: (count, time) for count, time in self.ranks}

    def _delete(self, key):
        rank = self.rank_of.pop(key)
        self.ranks.pop(bisect_left(self.ranks, rank))
        del self.key_at[rank[1]]
        return rank[0]

    def put(self, key, value):
        removed = []
        if key in self.rank_of:
            count = self._delete(key) + 1
        elif self.capacity == 0:
            return [key]
        else:
            removed = self._cut(self.capacity - 1)
            count = 1
        self.value_of[key] = value
        self._insert(key, count)
        return removed

    def _cut(self, size):
        removed = []
        while len(self.ranks) > size:
            key = self.key_at[self.ranks[0][1]]
            self.remove(key)
            removed.append(key)
        return removed

    def get(self, key, default=None):
        if key not in self.rank_of:
            return default
        self._insert(key, self._delete(key) + 1)
        return self.value_of[key]

    def remove(self, key):
        self._delete(key)
        return self.value_of.pop(key)

    def shrink(self, capacity):
        self.capacity = capacity
        return self._cut(capacity)

    def ranking(self):
        return [(self.key_at[time], count) for count, time in self.ranks]
