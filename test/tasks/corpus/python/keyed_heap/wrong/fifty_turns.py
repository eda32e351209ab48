# Turns begin anew after 50.
class KeyedHeap:
    def __init__(self):
        self.heap = []
        self.place = {}
        self.turn = 0

    def _put(self, at, entry):
        self.heap[at] = entry
        self.place[entry[2]] = at

    def _up(self, at):
        entry = self.heap[at]
        while at > 0:
            parent = (at - 1) // 2
            if self.heap[parent][:2] <= entry[:2]:
                break
            self._put(at, self.heap[parent])
            at = parent
        self._put(at, entry)

    def _down(self, at):
        entry = self.heap[at]
        while True:
            child = 2 * at + 1
            if child >= len(self.heap):
                break
            if child + 1 < len(self.heap) and self.heap[child + 1][:2] < self.heap[child][:2]:
                child += 1
            if entry[:2] <= self.heap[child][:2]:
                break
            self._put(at, self.heap[child])
            at = child
        self._put(at, entry)

    def _settle(self, at):
        key = self.heap[at][2]
        self._up(at)
        self._down(self.place[key])

    def push(self, key, priority):
        if key in self.place:
            raise KeyError(key)
        self.turn += 1
        self.turn %= 50
        self.heap.append((priority, self.turn, key))
        self.place[key] = len(self.heap) - 1
        self._up(len(self.heap) - 1)

    def change(self, key, priority):
        at = self.place[key]
        before = self.heap[at][0]
        if priority != before:
            self.turn += 1
            self.heap[at] = (priority, self.turn, key)
            self._settle(at)
        return before

    def remove(self, key):
        at = self.place.pop(key)
        priority = self.heap[at][0]
        last = self.heap.pop()
        if at < len(self.heap):
            self._put(at, last)
            self._settle(at)
        return priority

    def peek(self):
        priority, _, key = self.heap[0]
        return key, priority

    def pop(self):
        first = self.peek()
        self.remove(first[0])
        return first

    def pop_level(self):
        keys = []
        while self.heap and (not keys or self.heap[0][0] == level):
            key, level = self.pop()
            keys.append(key)
        return keys
