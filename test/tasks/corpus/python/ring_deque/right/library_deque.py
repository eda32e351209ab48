# The deque of the library, without its own limit.
from collections import deque


class RingDeque:
    def __init__(self, capacity):
        self.row = deque()
        self.resize(capacity)

    def push_back(self, item):
        full = len(self.row) >= self.capacity
        gone = self.row.popleft() if full else None
        self.row.append(item)
        return gone

    def push_front(self, item):
        full = len(self.row) >= self.capacity
        gone = self.row.pop() if full else None
        self.row.appendleft(item)
        return gone

    def pop_front(self):
        return self.row.popleft()

    def pop_back(self):
        return self.row.pop()

    def item(self, index):
        return self.row[index]

    def items(self):
        return [*self.row]

    def rotate(self, steps):
        self.row.rotate(steps)

    def resize(self, capacity):
        if capacity <= 0:
            raise ValueError(capacity)
        self.capacity = capacity
        gone = []
        while len(self.row) > capacity:
            gone.append(self.row.popleft())
        return gone
