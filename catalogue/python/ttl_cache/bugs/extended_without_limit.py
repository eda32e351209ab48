class TimedCache:
    """Keeps at most capacity entries, each until its deadline; the caller tells the time."""

    def __init__(self, capacity, lifetime):
        if capacity < 1 or lifetime < 1:
            raise ValueError("capacity and lifetime must be at least 1")
        self.capacity = capacity
        self.lifetime = lifetime
        self.now = 0
        self.entries = {}

    def put(self, key, value, now, lifetime=None):
        self._advance(now)
        if lifetime is None:
            lifetime = self.lifetime
        self.entries.pop(key, None)
        evicted = None
        if len(self.entries) == self.capacity:
            evicted = min(self.entries, key=self._staying)
            del self.entries[evicted]
        self.entries[key] = {"value": value, "deadline": now + lifetime, "reads": 0}
        return evicted

    def get(self, key, now):
        self._advance(now)
        entry = self.entries[key]
        entry["reads"] += 1
        return entry["value"]

    def extend(self, key, now, time):
        self._advance(now)
        entry = self.entries.get(key)
        if entry is None:
            return False
        entry["deadline"] += time
        return True

    def keys(self, now):
        self._advance(now)
        return sorted(self.entries, key=self._staying)

    def _advance(self, now):
        if now < self.now:
            raise ValueError("the time cannot go back")
        self.now = now
        for key in [key for key, entry in self.entries.items() if entry["deadline"] <= now]:
            del self.entries[key]

    def _staying(self, key):
        entry = self.entries[key]
        return (entry["deadline"], entry["reads"])
