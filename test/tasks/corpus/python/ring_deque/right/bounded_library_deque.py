# The deque of the library with maxlen, which drops by itself.
from collections import deque
from itertools import islice


class RingDeque:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError
        self._row = deque(maxlen=capacity)

    def _full(self):
        return len(self._row) == self._row.maxlen

    def push_back(self, item):
        gone = self._row[0] if self._full() else None
        self._row.append(item)
        return gone

    def push_front(self, item):
        gone = self._row[-1] if self._full() else None
        self._row.appendleft(item)
        return gone

    def pop_front(self):
        return self._row.popleft()

    def pop_back(self):
        return self._row.pop()

    def item(self, index):
        return self._row[index]

    def items(self):
        return list(self._row)

    def rotate(self, steps):
        self._row.rotate(steps)

    def resize(self, capacity):
        if capacity < 1:
            raise ValueError
        excess = len(self._row) - capacity
        gone = list(islice(self._row, max(excess, 0)))
        self._row = deque(self._row, maxlen=capacity)
        return gone
