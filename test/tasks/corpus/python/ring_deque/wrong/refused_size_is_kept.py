# A new capacity that is refused is taken over nevertheless.
class RingDeque:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity")
        self.capacity = capacity
        self.row = []

    def push_back(self, item):
        gone = self.row.pop(0) if len(self.row) == self.capacity else None
        self.row.append(item)
        return gone

    def push_front(self, item):
        gone = self.row.pop() if len(self.row) == self.capacity else None
        self.row.insert(0, item)
        return gone

    def pop_front(self):
        return self.row.pop(0)

    def pop_back(self):
        return self.row.pop()

    def item(self, index):
        return self.row[index]

    def items(self):
        return list(self.row)

    def rotate(self, steps):
        if self.row:
            steps %= len(self.row)
            self.row = self.row[len(self.row) - steps :] + self.row[: len(self.row) - steps]

    def resize(self, capacity):
        self.capacity = capacity
        if capacity < 1:
            raise ValueError("capacity")
        excess = max(0, len(self.row) - capacity)
        gone, self.row = self.row[:excess], self.row[excess:]
        return gone
