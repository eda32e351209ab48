# A heap of versions of entries, the outdated ones skipped.
import heapq
from itertools import count


class TimedCache:
    def __init__(self, capacity, lifetime):
        if capacity < 1:
            raise ValueError("capacity")
        if lifetime < 1:
            raise ValueError("lifetime")
        self.capacity = capacity
        self.lifetime = lifetime
        self.clock = 0
        self.serials = count()
        self.heap = []
        self.current = {}
        self.values = {}

    def _forward(self, now):
        if now < self.clock:
            raise ValueError("now")
        self.clock = now
        while True:
            self._skip()
            if not self.heap or self.heap[0][0] > now:
                break
            self._drop(self.heap[0][3])

    def _skip(self):
        while self.heap and self.current.get(self.heap[0][3]) != self.heap[0][:3]:
            heapq.heappop(self.heap)

    def _drop(self, key):
        del self.current[key], self.values[key]

    def _set(self, key, version):
        self.current[key] = version
        heapq.heappush(self.heap, Item((*version, key)))

    def put(self, key, value, now, lifetime=None):
        self._forward(now)
        removed = None
        if key not in self.current and len(self.current) == self.capacity:
            self._skip()
            removed = self.heap[0][3]
            self._drop(removed)
        if lifetime is None:
            lifetime = self.lifetime
        if lifetime > 0:
            self.values[key] = value
            self._set(key, (now + lifetime, 0, next(self.serials)))
        elif key in self.current:
            self._drop(key)
        return removed

    def get(self, key, now):
        self._forward(now)
        if key not in self.current:
            raise KeyError(key)
        deadline, reads, serial = self.current[key]
        self._set(key, (deadline, reads + 1, serial))
        return self.values[key]

    def extend(self, key, now, time):
        self._forward(now)
        if key not in self.current:
            return False
        deadline, reads, serial = self.current[key]
        self._set(key, (min(deadline + time, now + 2 * self.lifetime), reads, serial))
        return True

    def keys(self, now):
        self._forward(now)
        return sorted(self.current, key=self.current.get)


class Item(tuple):
    def __lt__(self, other):
        return self[:3] < other[:3]
