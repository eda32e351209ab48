# Entries that compare themselves, in a list that is sorted anew before each look.
from dataclasses import dataclass, field


@dataclass(order=True)
class Entry:
    priority: int
    since: int
    key: object = field(compare=False)


class KeyedHeap:
    def __init__(self):
        self.entries = []
        self.clock = 0

    def _tick(self):
        self.clock += 1
        return self.clock

    def _find(self, key):
        found = [entry for entry in self.entries if entry.key == key]
        if not found:
            raise KeyError(key)
        return found[0]

    def push(self, key, priority):
        try:
            self._find(key)
        except KeyError:
            self.entries.append(Entry(priority, self._tick(), key))
        else:
            raise KeyError(key)

    def change(self, key, priority):
        entry = self._find(key)
        before, entry.priority = entry.priority, priority
        if before != priority:
            entry.since = self._tick()
        return before

    def remove(self, key):
        entry = self._find(key)
        self.entries = [other for other in self.entries if other is not entry]
        return entry.priority

    def peek(self):
        self.entries.sort()
        return self.entries[0].key, self.entries[0].priority

    def pop(self):
        self.entries.sort()
        entry = self.entries.pop(0)
        return entry.key, entry.priority

    def pop_level(self):
        self.entries.sort()
        level = [entry for entry in self.entries if entry.priority == self.entries[0].priority]
        self.entries = self.entries[len(level) :]
        return [entry.key for entry in level]
