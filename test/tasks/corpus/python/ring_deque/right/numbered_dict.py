# A dict of numbered places that grow at the back and shrink below zero at the front.
class RingDeque:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError
        self.limit = capacity
        self.first, self.after = 0, 0
        self.at = {}

    def _size(self):
        return self.after - self.first

    def push_back(self, item):
        gone = self.pop_front() if self._size() == self.limit else None
        self.at[self.after] = item
        self.after += 1
        return gone

    def push_front(self, item):
        gone = self.pop_back() if self._size() == self.limit else None
        self.first -= 1
        self.at[self.first] = item
        return gone

    def pop_front(self):
        if self.first == self.after:
            raise IndexError
        self.first += 1
        return self.at.pop(self.first - 1)

    def pop_back(self):
        if self.first == self.after:
            raise IndexError
        self.after -= 1
        return self.at.pop(self.after)

    def item(self, index):
        place = self.first + index if index >= 0 else self.after + index
        if not self.first <= place < self.after:
            raise IndexError
        return self.at[place]

    def items(self):
        return [self.at[place] for place in range(self.first, self.after)]

    def rotate(self, steps):
        size = self._size()
        if size:
            items = self.items()
            self.at = {self.first + (place + steps) % size: item for place, item in enumerate(items)}

    def resize(self, capacity):
        if capacity < 1:
            raise ValueError
        self.limit = capacity
        return [self.pop_front() for _ in range(self._size() - capacity)]
