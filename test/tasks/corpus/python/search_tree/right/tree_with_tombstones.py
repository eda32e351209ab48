# A tree whose nodes stay when their copies are gone; sums are worked out when asked for.
class Node:
    def __init__(self, key):
        self.key = key
        self.copies = 0
        self.children = [None, None]


class SearchTree:
    def __init__(self, keys=()):
        self.root = None
        for key in keys:
            self.add(key)

    def _node(self, key, create=False):
        if self.root is None:
            if not create:
                return None
            self.root = Node(key)
        node = self.root
        while node.key != key:
            side = key > node.key
            if node.children[side] is None:
                if not create:
                    return None
                node.children[side] = Node(key)
            node = node.children[side]
        return node

    def _walk(self):
        stack, node = [], self.root
        while node or stack:
            if node:
                stack.append(node)
                node = node.children[0]
            else:
                node = stack.pop()
                if node.copies:
                    yield node.key, node.copies
                node = node.children[1]

    def add(self, key, copies=1):
        if copies < 1:
            raise ValueError(copies)
        self._node(key, True).copies += copies

    def remove(self, key, copies=1):
        there = self.count(key)
        if there == 0:
            raise KeyError(key)
        node = self._node(key)
        node.copies = max(0, there - copies)
        return there - node.copies

    def count(self, key):
        node = self._node(key)
        return node.copies if node else 0

    def rank(self, key, inclusive=False):
        rank = 0
        for other, copies in self._walk():
            if other > key or (other == key and not inclusive):
                break
            rank += copies
        return rank

    def at(self, rank):
        passed = 0
        if rank >= 0:
            for key, copies in self._walk():
                passed += copies
                if rank < passed:
                    return key
        raise IndexError(f"no copy {rank}")

    def below(self, key):
        best = None
        for other, _ in self._walk():
            if not other < key:
                break
            best = other
        return best

    def items(self, low, high):
        return [pair for pair in self._walk() if low <= pair[0] < high]
