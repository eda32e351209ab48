# Entries are named tuples that are replaced, never changed.
from collections import namedtuple

Entry = namedtuple("Entry", "deadline reads serial key value")


class TimedCache:
    def __init__(self, capacity, lifetime):
        if capacity < 1 or lifetime < 1:
            raise ValueError(f"{capacity} {lifetime}")
        self.capacity, self.lifetime = capacity, lifetime
        self.entries = ()
        self.last = 0
        self.serial = 0

    def _enter(self, now):
        if now < self.last:
            raise ValueError(f"{now} < {self.last}")
        self.last = now
        self.entries = tuple(entry for entry in self.entries if now < entry.deadline)

    def _find(self, key):
        return next((entry for entry in self.entries if entry.key == key), None)

    def _swap(self, old, *new):
        self.entries = tuple(entry for entry in self.entries if entry is not old) + new

    def _sorted(self):
        return sorted(self.entries, key=lambda entry: entry[:3])

    def put(self, key, value, now, lifetime=None):
        self._enter(now)
        old, removed = self._find(key), None
        if old is None and len(self.entries) == self.capacity:
            old = self._sorted()[0]
            removed = old.key
        self._swap(old)
        lifetime = self.lifetime if lifetime is None else lifetime
        if lifetime >= 1:
            self.serial += 1
            self._swap(None, Entry(now + lifetime, 0, self.serial, key, value))
        return removed

    def get(self, key, now):
        self._enter(now)
        entry = self._find(key)
        if entry is None:
            raise KeyError(key)
        self._swap(entry, entry._replace(reads=entry.reads + 1))
        return entry.value

    def extend(self, key, now, time):
        self._enter(now)
        entry = self._find(key)
        if entry is None:
            return False
        self._swap(entry, entry._replace(deadline=min(entry.deadline + time, now + 2 * self.lifetime)))
        return True

    def keys(self, now):
        self._enter(now)
        return [entry.key for entry in self._sorted()]
