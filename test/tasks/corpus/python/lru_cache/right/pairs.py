# A list of pairs, newest last; hash and equality as a dictionary has them.
class LRUCache:
    def __init__(self, capacity):
        self.capacity, self.places, self.pairs, self.next = capacity, {}, {}, 0

    def _place(self, key, value):
        self.places[key] = self.next
        self.pairs[self.next] = (key, value)
        self.next += 1

    def get(self, key):
        place = self.places.get(key)
        if place is None:
            return -1
        key, value = self.pairs.pop(place)
        self._place(key, value)
        return value

    def put(self, key, value):
        if key in self.places:
            self.pairs.pop(self.places.pop(key))
        self._place(key, value)
        if len(self.places) > self.capacity:
            oldest, _ = self.pairs.pop(min(self.pairs))
            del self.places[oldest]
