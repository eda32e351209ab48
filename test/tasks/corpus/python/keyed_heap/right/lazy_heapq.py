# The library's heap; entries that no longer hold are passed over.
import heapq
import itertools


class KeyedHeap:
    def __init__(self):
        self.heap = []
        self.live = {}
        self.numbers = itertools.count()

    def _add(self, key, priority):
        entry = [priority, next(self.numbers), key, True]
        self.live[key] = entry
        heapq.heappush(self.heap, entry)

    def push(self, key, priority):
        if key in self.live:
            raise KeyError(key)
        self._add(key, priority)

    def change(self, key, priority):
        entry = self.live[key]
        if entry[0] != priority:
            entry[3] = False
            self._add(key, priority)
        return entry[0]

    def remove(self, key):
        entry = self.live.pop(key)
        entry[3] = False
        return entry[0]

    def _clean(self):
        while self.heap and not self.heap[0][3]:
            heapq.heappop(self.heap)

    def peek(self):
        self._clean()
        priority, _, key, _ = self.heap[0]
        return key, priority

    def pop(self):
        key, priority = self.peek()
        self.remove(key)
        return key, priority

    def pop_level(self):
        keys = []
        if self.live:
            level = self.peek()[1]
            while self.live and self.peek()[1] == level:
                keys.append(self.pop()[0])
        return keys
