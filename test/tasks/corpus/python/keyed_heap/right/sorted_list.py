# A list that is always sorted, kept by bisection.
from bisect import bisect_left, bisect_right


class KeyedHeap:
    def __init__(self):
        self.priorities = []
        self.keys = []
        self.known = {}

    def _place(self, key):
        at = bisect_left(self.priorities, self.known[key])
        while self.keys[at] != key:
            at += 1
        return at

    def push(self, key, priority):
        if key in self.known:
            raise KeyError(key)
        at = bisect_right(self.priorities, priority)
        self.priorities.insert(at, priority)
        self.keys.insert(at, key)
        self.known[key] = priority

    def change(self, key, priority):
        before = self.known[key]
        if before != priority:
            self.remove(key)
            self.push(key, priority)
        return before

    def remove(self, key):
        at = self._place(key)
        self.keys.pop(at)
        self.priorities.pop(at)
        return self.known.pop(key)

    def peek(self):
        return self.keys[0], self.priorities[0]

    def pop(self):
        first = self.keys[0], self.priorities[0]
        self.remove(first[0])
        return first

    def pop_level(self):
        end = bisect_right(self.priorities, self.priorities[0]) if self.keys else 0
        keys = self.keys[:end]
        for key in keys:
            self.remove(key)
        return keys
