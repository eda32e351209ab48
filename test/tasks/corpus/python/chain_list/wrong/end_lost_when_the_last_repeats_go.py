# After repeats at the end went, values are appended to what is gone.
class Node:
    def __init__(self, value=None, next=None):
        self.value = value
        self.next = next


class Chain:
    def __init__(self, values=()):
        self.start = Node()
        self.end = self.start
        for value in values:
            self.append(value)

    def append(self, value):
        self.end.next = Node(value)
        self.end = self.end.next

    def _before(self, index):
        if index < 0:
            raise IndexError("below 0")
        node = self.start
        for _ in range(index):
            node = node.next
            if node is None:
                raise IndexError("beyond the end")
        return node

    def insert(self, index, value):
        before = self._before(index)
        before.next = Node(value, before.next)
        if before is self.end:
            self.end = before.next

    def remove(self, index):
        before = self._before(index)
        node = before.next
        if node is None:
            raise IndexError("at the end")
        before.next = node.next
        if node is self.end:
            self.end = before
        return node.value

    def drop_repeats(self):
        count = 0
        node = self.start.next
        while node is not None and node.next is not None:
            if node.next.value == node.value:
                node.next = node.next.next
                count += 1
            else:
                node = node.next
        return count

    def reverse_groups(self, size):
        if size < 1:
            raise ValueError("a group has a value")
        before = self.start
        while True:
            last = before
            for _ in range(size):
                last = last.next
                if last is None:
                    return
            first, after = before.next, last.next
            previous, node = after, first
            while node is not after:
                node.next, previous, node = previous, node, node.next
            before.next = last
            if self.end is last:
                self.end = first
            before = first

    def merge(self, other):
        if other is self:
            return
        mine, theirs = self.start.next, other.start.next
        last = self.start
        while mine is not None and theirs is not None:
            if theirs.value < mine.value:
                last.next, theirs = theirs, theirs.next
            else:
                last.next, mine = mine, mine.next
            last = last.next
        if theirs is not None:
            last.next = theirs
            self.end = other.end
        else:
            last.next = mine
        other.start.next = None
        other.end = other.start

    def values(self):
        found = []
        node = self.start.next
        while node is not None:
            found.append(node.value)
            node = node.next
        return found
