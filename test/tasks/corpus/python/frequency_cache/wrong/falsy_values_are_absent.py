# A key with a falsy value is taken for absent.
class FrequencyCache:
    def __init__(self, capacity, ceiling):
        if capacity < 0 or ceiling < 2:
            raise ValueError
        self.capacity = capacity
        self.ceiling = ceiling
        self.clock = 0
        self.data = {}

    def use(self, key):
        entry = self.data[key]
        self.clock += 1
        entry[1] += 1
        entry[2] = self.clock
        if entry[1] == self.ceiling:
            for other in self.data.values():
                other[1] = (other[1] + 1) // 2

    def order(self):
        return sorted(self.data, key=lambda key: self.data[key][1:])

    def put(self, key, value):
        removed = []
        if key not in self.data:
            if self.capacity == 0:
                return [key]
            if len(self.data) >= self.capacity:
                removed = self.order()[:1]
                del self.data[removed[0]]
            self.data[key] = [value, 0, 0]
        self.data[key][0] = value
        self.use(key)
        return removed

    def get(self, key, default=None):
        if key not in self.data or not self.data[key][0]:
            return default
        self.use(key)
        return self.data[key][0]

    def remove(self, key):
        return self.data.pop(key)[0]

    def shrink(self, capacity):
        self.capacity = capacity
        excess = max(0, len(self.data) - capacity)
        removed = self.order()[:excess]
        for key in removed:
            del self.data[key]
        return removed

    def ranking(self):
        return [(key, self.data[key][1]) for key in self.order()]
