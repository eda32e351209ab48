# A leftist tree that melds; keys that have left are marked and skipped.
class Node:
    def __init__(self, rank, key):
        self.rank, self.key, self.gone = rank, key, False
        self.left = self.right = None
        self.height = 1


def meld(one, other):
    if one is None or other is None:
        return one or other
    if other.rank < one.rank:
        one, other = other, one
    one.right = meld(one.right, other)
    if one.left is None or one.left.height < one.right.height:
        one.left, one.right = one.right, one.left
    one.height = 1 + (one.right.height if one.right else 0)
    return one


class KeyedHeap:
    def __init__(self):
        self.root = None
        self.nodes = {}
        self.turn = 0

    def _insert(self, key, priority):
        self.turn += 1
        node = Node((priority, self.turn), key)
        self.nodes[key] = node
        self.root = meld(self.root, node)

    def push(self, key, priority):
        if key in self.nodes:
            raise KeyError(key)
        self._insert(key, priority)

    def change(self, key, priority):
        node = self.nodes[key]
        if node.rank[0] != priority:
            node.gone = True
            self._insert(key, priority)
        return node.rank[0]

    def remove(self, key):
        node = self.nodes.pop(key)
        node.gone = True
        return node.rank[0]

    def peek(self):
        while self.root is not None and self.root.gone:
            self.root = meld(self.root.left, self.root.right)
        if self.root is None:
            raise IndexError("empty")
        return self.root.key, self.root.rank[0]

    def pop(self):
        first = self.peek()
        self.remove(first[0])
        return first

    def pop_level(self):
        keys = []
        level = None
        while self.nodes:
            key, priority = self.peek()
            if keys and priority != level:
                break
            level = priority
            keys.append(self.pop()[0])
        return keys
