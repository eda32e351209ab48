# Linked nodes around a sentinel.
class Node:
    __slots__ = ("item", "left", "right")

    def __init__(self, item=None):
        self.item = item
        self.left = self.right = self


class RingDeque:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity below 1")
        self.capacity = capacity
        self.length = 0
        self.end = Node()

    def _link(self, node, left):
        node.left, node.right = left, left.right
        left.right.left = node
        left.right = node
        self.length += 1

    def _unlink(self, node):
        if node is self.end:
            raise IndexError("nothing there")
        node.left.right = node.right
        node.right.left = node.left
        self.length -= 1
        return node.item

    def push_back(self, item):
        gone = self._unlink(self.end.right) if self.length == self.capacity else None
        self._link(Node(item), self.end.left)
        return gone

    def push_front(self, item):
        gone = self._unlink(self.end.left) if self.length == self.capacity else None
        self._link(Node(item), self.end)
        return gone

    def pop_front(self):
        return self._unlink(self.end.right)

    def pop_back(self):
        return self._unlink(self.end.left)

    def item(self, index):
        if not -self.length <= index < self.length:
            raise IndexError(index)
        node = self.end
        if index >= 0:
            for _ in range(index + 1):
                node = node.right
        else:
            for _ in range(-index):
                node = node.left
        return node.item

    def items(self):
        found, node = [], self.end.right
        while node is not self.end:
            found.append(node.item)
            node = node.right
        return found

    def rotate(self, steps):
        if self.length < 2:
            return
        for _ in range(steps % self.length):
            node = self.end.left
            self._unlink(node)
            self._link(node, self.end)

    def resize(self, capacity):
        if capacity < 1:
            raise ValueError("capacity below 1")
        self.capacity = capacity
        gone = []
        while self.length > capacity:
            gone.append(self.pop_front())
        return gone
