# A tuple that is made anew at each change.
class RingDeque:
    def __init__(self, capacity):
        self._row = ()
        self._room = self._checked(capacity)

    @staticmethod
    def _checked(capacity):
        if capacity < 1:
            raise ValueError(f"no room in {capacity}")
        return capacity

    def _need(self):
        if not self._row:
            raise IndexError("the row is empty")

    def push_back(self, item):
        row = self._row + (item,)
        self._row = row[-self._room :]
        return row[0] if len(row) > self._room else None

    def push_front(self, item):
        row = (item,) + self._row
        self._row = row[: self._room]
        return row[-1] if len(row) > self._room else None

    def pop_front(self):
        self._need()
        first, *rest = self._row
        self._row = tuple(rest)
        return first

    def pop_back(self):
        self._need()
        *rest, last = self._row
        self._row = tuple(rest)
        return last

    def item(self, index):
        return self._row[index]

    def items(self):
        return list(self._row)

    def rotate(self, steps):
        size = len(self._row)
        self._row = tuple(self._row[(place - steps) % size] for place in range(size))

    def resize(self, capacity):
        self._room = self._checked(capacity)
        row = self._row
        self._row = row[-capacity:]
        return list(row[: len(row) - len(self._row)])
