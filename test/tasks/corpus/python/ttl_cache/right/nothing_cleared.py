# Never clears anything away: looks at deadlines whenever it is asked.
class TimedCache:
    def __init__(self, capacity, lifetime):
        for number in (capacity, lifetime):
            if number < 1:
                raise ValueError(number)
        self._capacity, self._lifetime = capacity, lifetime
        self._latest, self._puts = 0, 0
        self._entries = {}

    def _at(self, now):
        if now < self._latest:
            raise ValueError(now)
        self._latest = now

    def _alive(self):
        alive = {}
        for key, entry in self._entries.items():
            if entry["deadline"] > self._latest:
                alive[key] = entry
        return alive

    def put(self, key, value, now, lifetime=None):
        self._at(now)
        alive = self._alive()
        gone = None
        if key not in alive and len(alive) == self._capacity:
            gone = self.keys(now)[0]
            self._entries.pop(gone)
        self._entries.pop(key, None)
        span = self._lifetime if lifetime is None else lifetime
        self._puts += 1
        self._entries[key] = {"value": value, "deadline": now + span, "reads": 0, "put": self._puts}
        return gone

    def get(self, key, now):
        self._at(now)
        entry = self._alive()[key]
        entry["reads"] += 1
        return entry["value"]

    def extend(self, key, now, time):
        self._at(now)
        entry = self._alive().get(key)
        if entry is None:
            return False
        entry["deadline"] = min(entry["deadline"] + time, now + self._lifetime + self._lifetime)
        return True

    def keys(self, now):
        self._at(now)
        alive = self._alive()
        return sorted(alive, key=lambda key: (alive[key]["deadline"], alive[key]["reads"], alive[key]["put"]))
