# A dict of priorities and turns; the first is found with min.
class KeyedHeap:
    def __init__(self):
        self.ranks = {}
        self.turn = 0

    def _set(self, key, priority):
        self.turn += 1
        self.ranks[key] = (priority, self.turn)

    def push(self, key, priority):
        if key in self.ranks:
            raise KeyError(key)
        self._set(key, priority)

    def change(self, key, priority):
        before = self.ranks[key][0]
        if before != priority:
            self._set(key, priority)
        return before

    def remove(self, key):
        return self.ranks.pop(key)[0]

    def peek(self):
        if not self.ranks:
            raise IndexError("empty")
        key = min(self.ranks, key=self.ranks.get)
        return key, self.ranks[key][0]

    def pop(self):
        key, priority = self.peek()
        del self.ranks[key]
        return key, priority

    def pop_level(self):
        if not self.ranks:
            return []
        _, level = self.peek()
        keys = [key for key in sorted(self.ranks, key=self.ranks.get) if self.ranks[key][0] == level]
        for key in keys:
            del self.ranks[key]
        return keys
