# Entries are objects that know which of two comes first.
from functools import total_ordering


@total_ordering
class Entry:
    def __init__(self, key, value, deadline, serial):
        self.key, self.value, self.deadline, self.serial = key, value, deadline, serial
        self.reads = 0

    def __eq__(self, other):
        return self is other

    def __lt__(self, other):
        if self.deadline != other.deadline:
            return self.deadline < other.deadline
        if self.reads != other.reads:
            return self.reads < other.reads
        return self.serial < other.serial


class TimedCache:
    def __init__(self, capacity, lifetime):
        if capacity < 1 or lifetime < 1:
            raise ValueError("capacity and lifetime begin at 1")
        self.capacity = capacity
        self.lifetime = lifetime
        self.entries = []
        self.now = 0
        self.serial = 0

    def at(self, now):
        if now < self.now:
            raise ValueError("the past")
        self.now = now
        self.entries = sorted(entry for entry in self.entries if entry.deadline > now)

    def index(self, key):
        for index, entry in enumerate(self.entries):
            if entry.key == key:
                return index
        return -1

    def put(self, key, value, now, lifetime=None):
        self.at(now)
        index = self.index(key)
        removed = None
        if index >= 0:
            self.entries.pop(index)
        elif len(self.entries) >= self.capacity:
            removed = self.entries.pop(0).key
        self.serial += 1
        if lifetime is None:
            lifetime = self.lifetime
        if lifetime > 0:
            self.entries.append(Entry(key, value, now + lifetime, self.serial))
        return removed

    def get(self, key, now):
        self.at(now)
        index = self.index(key)
        if index < 0:
            raise KeyError(key)
        self.entries[index].reads += 1
        return self.entries[index].value

    def extend(self, key, now, time):
        self.at(now)
        index = self.index(key)
        if index < 0:
            return False
        entry = self.entries[index]
        entry.deadline = min(entry.deadline + time, now + self.lifetime * 2)
        return True

    def keys(self, now):
        self.at(now)
        return [entry.key for entry in self.entries]
