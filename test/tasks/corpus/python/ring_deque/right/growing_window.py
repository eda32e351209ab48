# A list with room at the front, of which a window is in use; it is cleaned up now and then.
class RingDeque:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError
        self.capacity = capacity
        self.start = 4
        self.store = [None] * 4

    def size(self):
        return len(self.store) - self.start

    def push_back(self, item):
        gone = self.pop_front() if self.size() >= self.capacity else None
        self.store.append(item)
        return gone

    def push_front(self, item):
        gone = self.pop_back() if self.size() >= self.capacity else None
        if self.start == 0:
            self.store = [None] * 8 + self.store
            self.start = 8
        self.start -= 1
        self.store[self.start] = item
        return gone

    def pop_front(self):
        if self.size() == 0:
            raise IndexError
        item = self.store[self.start]
        self.start += 1
        if self.start > 20:
            del self.store[:16]
            self.start -= 16
        return item

    def pop_back(self):
        if self.size() == 0:
            raise IndexError
        return self.store.pop()

    def item(self, index):
        if -self.size() <= index < 0:
            return self.store[index]
        if 0 <= index < self.size():
            return self.store[self.start + index]
        raise IndexError

    def items(self):
        return self.store[self.start :]

    def rotate(self, steps):
        size = self.size()
        if size > 0:
            cut = len(self.store) - steps % size
            self.store[self.start :] = self.store[cut:] + self.store[self.start : cut]

    def resize(self, capacity):
        if capacity < 1:
            raise ValueError
        self.capacity = capacity
        return [self.pop_front() for _ in range(max(0, self.size() - capacity))]
