class KeyedHeap:
    """A priority queue as a binary heap that knows where each key stands."""

    def __init__(self):
        self.heap = []
        self.places = {}
        self.turn = 0

    def push(self, key, priority):
        if key in self.places:
            raise KeyError(key)
        self.turn += 1
        self.heap.append((priority, self.turn, key))
        self.places[key] = len(self.heap) - 1
        self._rise(len(self.heap) - 1)

    def change(self, key, priority):
        place = self.places[key]
        before = self.heap[place][0]
        if priority != before:
            self.turn += 1
            self.heap[place] = (priority, self.turn, key)
            self._rise(place)
            self._sink(place)
        return before

    def peek(self):
        priority, _, key = self.heap[0]
        return (key, priority)

    def pop(self):
        key, priority = self.peek()
        self.remove(key)
        return (key, priority)

    def remove(self, key):
        place = self.places.pop(key)
        priority = self.heap[place][0]
        last = self.heap.pop()
        if place < len(self.heap):
            self.heap[place] = last
            self.places[last[2]] = place
            self._rise(place)
            self._sink(place)
        return priority

    def pop_level(self):
        level = []
        while self.heap and (not level or self.heap[0][0] == level[0][1]):
            level.append(self.pop())
        return [key for key, _ in level]

    def _rise(self, place):
        while place > 0 and self.heap[place] < self.heap[(place - 1) // 2]:
            place = self._swap(place, (place - 1) // 2)

    def _sink(self, place):
        while 2 * place + 1 < len(self.heap):
            child = 2 * place + 1
            if child + 1 < len(self.heap) and self.heap[child + 1] < self.heap[child]:
                child += 1
            if self.heap[place] < self.heap[child]:
                break
            place = self._swap(place, child)

    def _swap(self, place, other):
        self.heap[place], self.heap[other] = self.heap[other], self.heap[place]
        self.places[self.heap[place][2]] = place
        self.places[self.heap[other][2]] = other
        return other
