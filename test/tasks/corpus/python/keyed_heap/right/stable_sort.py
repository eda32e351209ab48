# A dict in the order in which the priorities were got, sorted stably when somebody asks.
class KeyedHeap:
    def __init__(self):
        self.queue = {}

    def push(self, key, priority):
        if key in self.queue:
            raise KeyError(key)
        self.queue[key] = priority

    def change(self, key, priority):
        before = self.queue[key]
        if before != priority:
            self.queue.pop(key)
            self.queue[key] = priority
        return before

    def remove(self, key):
        return self.queue.pop(key)

    def _sorted(self):
        return sorted(self.queue.items(), key=lambda item: item[1])

    def peek(self):
        return self._sorted()[0]

    def pop(self):
        first, *_ = self._sorted() or [None]
        if first is None:
            raise IndexError
        del self.queue[first[0]]
        return first

    def pop_level(self):
        if not self.queue:
            return []
        level = min(self.queue.values())
        keys = [key for key, priority in self.queue.items() if priority == level]
        for key in keys:
            self.queue.pop(key)
        return keys
