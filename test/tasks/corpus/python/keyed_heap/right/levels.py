# A dict of levels, each a dict of keys in the order in which they came to it.
class KeyedHeap:
    def __init__(self):
        self.levels = {}
        self.level_of = {}

    def _enter(self, key, priority):
        self.level_of[key] = priority
        self.levels.setdefault(priority, {})[key] = None

    def _leave(self, key):
        priority = self.level_of.pop(key)
        level = self.levels[priority]
        del level[key]
        if not level:
            del self.levels[priority]
        return priority

    def push(self, key, priority):
        if key in self.level_of:
            raise KeyError(f"{key!r} is there")
        self._enter(key, priority)

    def change(self, key, priority):
        if self.level_of[key] == priority:
            return priority
        before = self._leave(key)
        self._enter(key, priority)
        return before

    def remove(self, key):
        return self._leave(key)

    def peek(self):
        if not self.levels:
            raise IndexError("nothing is there")
        lowest = min(self.levels)
        return next(iter(self.levels[lowest])), lowest

    def pop(self):
        first = self.peek()
        self._leave(first[0])
        return first

    def pop_level(self):
        if not self.levels:
            return []
        keys = list(self.levels.pop(min(self.levels)))
        for key in keys:
            del self.level_of[key]
        return keys
