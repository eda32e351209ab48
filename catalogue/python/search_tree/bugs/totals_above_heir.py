class Node:
    def __init__(self, key):
        self.key = key
        self.copies = 0
        self.total = 0
        self.left = None
        self.right = None


class SearchTree:
    """A search tree of keys with copies; the total of a node counts the copies in its whole subtree."""

    def __init__(self, keys=()):
        self.root = None
        for key in keys:
            self.add(key)

    def add(self, key, copies=1):
        if copies < 1:
            raise ValueError("add at least one copy")
        if self.root is None:
            self.root = Node(key)
        node = self.root
        while True:
            node.total += copies
            if key == node.key:
                break
            if key < node.key:
                node.left = node.left or Node(key)
                node = node.left
            else:
                node.right = node.right or Node(key)
                node = node.right
        node.copies += copies

    def remove(self, key, copies=1):
        there = self.count(key)
        if there == 0:
            raise KeyError(key)
        taken = min(copies, there)
        self.root = self._without(self.root, key, taken)
        return taken

    def count(self, key):
        return self.rank(key, True) - self.rank(key)

    def rank(self, key, inclusive=False):
        rank, node = 0, self.root
        while node:
            if key < node.key or (key == node.key and not inclusive):
                node = node.left
            else:
                rank += node.copies + self._total(node.left)
                node = node.right
        return rank

    def at(self, rank):
        if not 0 <= rank < self._total(self.root):
            raise IndexError(f"there is no copy at rank {rank}")
        node = self.root
        while True:
            smaller = self._total(node.left)
            if rank < smaller:
                node = node.left
            elif rank < smaller + node.copies:
                return node.key
            else:
                rank -= smaller + node.copies
                node = node.right

    def below(self, key):
        rank = self.rank(key)
        return self.at(rank - 1) if rank else None

    def items(self, low, high):
        items, stack, node = [], [], self.root
        while stack or node:
            if node is None:
                node = stack.pop()
                if low <= node.key < high:
                    items.append((node.key, node.copies))
                node = node.right
            else:
                stack.append(node)
                node = node.left
        return items

    def _without(self, node, key, copies):
        if key == node.key:
            if copies == node.copies and not (node.left and node.right):
                return node.left or node.right
            node.copies -= copies
            if node.copies == 0:
                parent, heir = node, node.right
                while heir.left:
                    parent, heir = heir, heir.left
                node.key, node.copies = heir.key, heir.copies
                if parent is node:
                    parent.right = heir.right
                else:
                    parent.left = heir.right
        elif key < node.key:
            node.left = self._without(node.left, key, copies)
        else:
            node.right = self._without(node.right, key, copies)
        node.total -= copies
        return node

    def _total(self, node):
        return node.total if node else 0
