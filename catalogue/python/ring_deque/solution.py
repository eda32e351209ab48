class RingDeque:
    """A queue with two ends in a ring of fixed room; what does not fit falls out at the other end."""

    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.slots = [None] * capacity
        self.head = 0
        self.size = 0

    def push_back(self, item):
        dropped = None
        if self.size == len(self.slots):
            dropped = self.pop_front()
        self.slots[self._slot(self.size)] = item
        self.size += 1
        return dropped

    def push_front(self, item):
        dropped = None
        if self.size == len(self.slots):
            dropped = self.pop_back()
        self.head = self._slot(-1)
        self.slots[self.head] = item
        self.size += 1
        return dropped

    def pop_front(self):
        item = self.item(0)
        self.head = self._slot(1)
        self.size -= 1
        return item

    def pop_back(self):
        item = self.item(-1)
        self.size -= 1
        return item

    def item(self, index):
        if index < 0:
            index += self.size
        if not 0 <= index < self.size:
            raise IndexError("there is no such item")
        return self.slots[self._slot(index)]

    def items(self):
        return [self.item(index) for index in range(self.size)]

    def rotate(self, steps):
        for _ in range(abs(steps) % self.size if self.size else 0):
            if steps > 0:
                self.push_front(self.pop_back())
            else:
                self.push_back(self.pop_front())

    def resize(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        kept = self.items()
        dropped = kept[: max(0, self.size - capacity)]
        kept = kept[len(dropped) :]
        self.slots = kept + [None] * (capacity - len(kept))
        self.head = 0
        self.size = len(kept)
        return dropped

    def _slot(self, index):
        return (self.head + index) % len(self.slots)
