# A ring of cells with the place of the front and the number of items.
class RingDeque:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("a ring needs a cell")
        self.cells = [None] * capacity
        self.front = 0
        self.count = 0

    def _cell(self, offset):
        return (self.front + offset) % len(self.cells)

    def push_back(self, item):
        gone = None
        if self.count == len(self.cells):
            gone = self.pop_front()
        self.cells[self._cell(self.count)] = item
        self.count += 1
        return gone

    def push_front(self, item):
        gone = None
        if self.count == len(self.cells):
            gone = self.pop_back()
        self.front = self._cell(-1)
        self.cells[self.front] = item
        self.count += 1
        return gone

    def pop_front(self):
        if not self.count:
            raise IndexError("empty")
        item = self.cells[self.front]
        self.cells[self.front] = None
        self.front = self._cell(1)
        self.count -= 1
        return item

    def pop_back(self):
        if not self.count:
            raise IndexError("empty")
        self.count -= 1
        at = self._cell(self.count)
        item, self.cells[at] = self.cells[at], None
        return item

    def item(self, index):
        if index < 0:
            index += self.count
        if index < 0 or index >= self.count:
            raise IndexError(index)
        return self.cells[self._cell(index)]

    def items(self):
        return [self.cells[self._cell(offset)] for offset in range(self.count)]

    def rotate(self, steps):
        if self.count == 0:
            return
        steps %= self.count
        for _ in range(steps):
            self.push_front(self.pop_back())

    def resize(self, capacity):
        if capacity < 1:
            raise ValueError("a ring needs a cell")
        gone = []
        while self.count > capacity:
            gone.append(self.pop_front())
        kept = self.items()
        self.cells = kept + [None] * (capacity - len(kept))
        self.front = 0
        return gone
