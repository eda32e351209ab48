# A list that is kept from back to front.
class RingDeque:
    def __init__(self, capacity):
        if not capacity >= 1:
            raise ValueError(capacity)
        self.most = capacity
        self.turned = []

    def push_back(self, item):
        self.turned.insert(0, item)
        if len(self.turned) > self.most:
            return self.turned.pop()

    def push_front(self, item):
        gone = None
        if len(self.turned) == self.most:
            gone = self.turned[0]
            del self.turned[0]
        self.turned.append(item)
        return gone

    def pop_front(self):
        return self.turned.pop()

    def pop_back(self):
        return self.turned.pop(0)

    def item(self, index):
        return self.turned[-1 - index]

    def items(self):
        return self.turned[::-1]

    def rotate(self, steps):
        if not self.turned:
            return None
        steps = steps % len(self.turned)
        self.turned = self.turned[steps:] + self.turned[:steps]
        return None

    def resize(self, capacity):
        if not capacity >= 1:
            raise ValueError(capacity)
        self.most = capacity
        gone = self.turned[capacity:]
        del self.turned[capacity:]
        return gone[::-1]
