# The dict is kept in the order of the last use, and sorted stably by count.
class FrequencyCache:
    def __init__(self, capacity, ceiling):
        if capacity < 0:
            raise ValueError("capacity")
        if ceiling < 2:
            raise ValueError("ceiling")
        self.capacity, self.ceiling = capacity, ceiling
        self.entries = {}

    def _touch(self, key, value, count):
        self.entries.pop(key, None)
        self.entries[key] = (value, count)
        if count >= self.ceiling:
            self.entries = {each: (kept, -(-number // 2)) for each, (kept, number) in self.entries.items()}

    def _victims(self, number):
        order = [key for key, _ in self.ranking()]
        victims = order[:number]
        for key in victims:
            self.entries.pop(key)
        return victims

    def put(self, key, value):
        if key in self.entries:
            self._touch(key, value, self.entries[key][1] + 1)
            return []
        if not self.capacity:
            return [key]
        removed = self._victims(1) if len(self.entries) == self.capacity else []
        self._touch(key, value, 1)
        return removed

    def get(self, key, default=None):
        try:
            value, count = self.entries[key]
        except KeyError:
            return default
        self._touch(key, value, count + 1)
        return value

    def remove(self, key):
        value, _ = self.entries.pop(key)
        return value

    def shrink(self, capacity):
        self.capacity = capacity
        return self._victims(max(len(self.entries) - capacity, 0))

    def ranking(self):
        pairs = [(key, count) for key, (_, count) in self.entries.items()]
        return sorted(pairs, key=lambda pair: pair[1])
