# Entries stand on shelves, one for each deadline.
from collections import defaultdict


class TimedCache:
    def __init__(self, capacity, lifetime):
        if capacity < 1 or lifetime < 1:
            raise ValueError
        self.capacity, self.lifetime = capacity, lifetime
        self.shelves = defaultdict(dict)
        self.deadline_of = {}
        self.moment = 0
        self.serial = 0

    def to(self, now):
        if now < self.moment:
            raise ValueError
        self.moment = now
        for deadline in [deadline for deadline in self.shelves if deadline <= now]:
            for key in self.shelves.pop(deadline):
                del self.deadline_of[key]

    def take(self, key):
        deadline = self.deadline_of.pop(key)
        entry = self.shelves[deadline].pop(key)
        if not self.shelves[deadline]:
            del self.shelves[deadline]
        return deadline, entry

    def set(self, key, deadline, entry):
        self.shelves[deadline][key] = entry
        self.deadline_of[key] = deadline

    def put(self, key, value, now, lifetime=None):
        self.to(now)
        removed = None
        if key in self.deadline_of:
            self.take(key)
        elif len(self.deadline_of) == self.capacity:
            removed = self.listed()[0]
            self.take(removed)
        lifetime = self.lifetime if lifetime is None else lifetime
        if lifetime > 0:
            self.serial += 1
            self.set(key, now + lifetime, [0, self.serial, value])
        return removed

    def get(self, key, now):
        self.to(now)
        entry = self.shelves[self.deadline_of[key]][key]
        entry[0] += 1
        return entry[2]

    def extend(self, key, now, time):
        self.to(now)
        if key in self.deadline_of:
            deadline, entry = self.take(key)
            self.set(key, min(deadline + time, now + 2 * self.lifetime), entry)
            return True
        return False

    def listed(self):
        keys = []
        for deadline in sorted(self.shelves):
            shelf = self.shelves[deadline]
            keys += sorted(shelf, key=lambda key: shelf[key][:2])
        return keys

    def keys(self, now):
        self.to(now)
        return self.listed()
