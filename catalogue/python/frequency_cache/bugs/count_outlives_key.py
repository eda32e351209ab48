class FrequencyCache:
    """Forgets the key that is used least; counts are halved when one grows to the ceiling."""

    def __init__(self, capacity, ceiling):
        if capacity < 0 or ceiling < 2:
            raise ValueError("capacity must be at least 0 and ceiling at least 2")
        self.capacity = capacity
        self.ceiling = ceiling
        self.values = {}
        self.uses = {}
        self.last_use = {}
        self.turn = 0

    def get(self, key, default=None):
        if key not in self.values:
            return default
        self._use(key)
        return self.values[key]

    def put(self, key, value):
        if self.capacity == 0:
            return [key]
        removed = []
        if key not in self.values and len(self.values) == self.capacity:
            removed.append(self.ranking()[0][0])
            self.remove(removed[0])
        self.values[key] = value
        self._use(key)
        return removed

    def remove(self, key):
        del self.last_use[key]
        return self.values.pop(key)

    def shrink(self, capacity):
        removed = [key for key, uses in self.ranking()[: max(0, len(self.values) - capacity)]]
        for key in removed:
            self.remove(key)
        self.capacity = capacity
        return removed

    def ranking(self):
        order = sorted(self.values, key=lambda key: (self.uses[key], self.last_use[key]))
        return [(key, self.uses[key]) for key in order]

    def _use(self, key):
        self.turn += 1
        self.last_use[key] = self.turn
        self.uses[key] = self.uses.get(key, 0) + 1
        if self.uses[key] == self.ceiling:
            self.uses = {key: (uses + 1) // 2 for key, uses in self.uses.items()}
