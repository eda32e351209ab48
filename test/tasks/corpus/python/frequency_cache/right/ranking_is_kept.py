# Keeps the whole ranking as one list that is sorted again after each change.
class FrequencyCache:
    def __init__(self, capacity, ceiling):
        if capacity < 0 or ceiling < 2:
            raise ValueError
        self.capacity = capacity
        self.ceiling = ceiling
        self.table = []
        self.turn = 0

    def _pull(self, key):
        for place, entry in enumerate(self.table):
            if entry["key"] == key:
                return self.table.pop(place)
        return None

    def _push(self, key, value, count):
        self.turn += 1
        self.table.append({"key": key, "value": value, "count": count, "turn": self.turn})
        if count == self.ceiling:
            self.table = [{**entry, "count": (entry["count"] + 1) // 2} for entry in self.table]
        self.table.sort(key=lambda entry: (entry["count"], entry["turn"]))

    def put(self, key, value):
        entry = self._pull(key)
        if entry:
            self._push(key, value, entry["count"] + 1)
            return []
        if self.capacity < 1:
            return [key]
        removed = []
        if len(self.table) == self.capacity:
            removed = [self.table.pop(0)["key"]]
        self._push(key, value, 1)
        return removed

    def get(self, key, default=None):
        entry = self._pull(key)
        if not entry:
            return default
        self._push(key, entry["value"], entry["count"] + 1)
        return entry["value"]

    def remove(self, key):
        entry = self._pull(key)
        if not entry:
            raise KeyError(key)
        return entry["value"]

    def shrink(self, capacity):
        self.capacity = capacity
        removed = []
        while len(self.table) > capacity:
            removed.append(self.table.pop(0)["key"])
        return removed

    def ranking(self):
        return [(entry["key"], entry["count"]) for entry in self.table]
