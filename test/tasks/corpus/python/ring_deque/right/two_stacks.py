# Two stacks, back to back, that share out what they hold when one is empty.
class RingDeque:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError
        self.capacity = capacity
        self.left = []
        self.right = []

    def share(self):
        everything = self.items()
        half = (len(everything) + 1) // 2
        self.left, self.right = everything[:half][::-1], everything[half:]

    def full(self):
        return len(self.left) + len(self.right) == self.capacity

    def push_back(self, item):
        gone = self.pop_front() if self.full() else None
        self.right.append(item)
        return gone

    def push_front(self, item):
        gone = self.pop_back() if self.full() else None
        self.left.append(item)
        return gone

    def pop_front(self):
        if not self.left:
            self.share()
        return self.left.pop()

    def pop_back(self):
        if not self.right:
            self.share()
        if not self.right:
            return self.left.pop()
        return self.right.pop()

    def item(self, index):
        return self.items()[index]

    def items(self):
        return self.left[::-1] + self.right

    def rotate(self, steps):
        everything = self.items()
        if everything:
            cut = -steps % len(everything)
            self.left, self.right = [], everything[cut:] + everything[:cut]

    def resize(self, capacity):
        if capacity < 1:
            raise ValueError
        everything = self.items()
        cut = max(len(everything) - capacity, 0)
        self.capacity = capacity
        self.left, self.right = [], everything[cut:]
        return everything[:cut]
