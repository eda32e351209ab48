# A treap that is split and joined, with priorities from a simple sequence.
class Node:
    def __init__(self, key, copies, weight):
        self.key, self.copies, self.weight = key, copies, weight
        self.left = self.right = None
        self.size = copies


def size(node):
    return 0 if node is None else node.size


def fixed(node):
    node.size = node.copies + size(node.left) + size(node.right)
    return node


def split(node, key):
    """What is smaller than key, and the rest."""
    if node is None:
        return None, None
    if node.key < key:
        node.right, rest = split(node.right, key)
        return fixed(node), rest
    smaller, node.left = split(node.left, key)
    return smaller, fixed(node)


def join(one, other):
    if one is None or other is None:
        return one or other
    if one.weight > other.weight:
        one.right = join(one.right, other)
        return fixed(one)
    other.left = join(one, other.left)
    return fixed(other)


def take_first(node):
    if node.left is None:
        return node, node.right
    first, node.left = take_first(node.left)
    return first, fixed(node)


class SearchTree:
    def __init__(self, keys=()):
        self.root = None
        self.seed = 1
        for key in keys:
            self.add(key)

    def _cut(self, key):
        """The smaller ones, the node of key or None, and the larger ones."""
        smaller, rest = split(self.root, key)
        if rest is None:
            return smaller, None, None
        first, larger = take_first(rest)
        if first.key != key:
            first.right = None
            return smaller, None, join(fixed(first), larger)
        first.right = None
        return smaller, fixed(first), larger

    def add(self, key, copies=1):
        if copies < 1:
            raise ValueError(copies)
        smaller, node, larger = self._cut(key)
        if node is None:
            self.seed = self.seed * 48271 % 2147483647
            node = Node(key, 0, self.seed)
        node.copies += copies
        self.root = join(join(smaller, fixed(node)), larger)

    def remove(self, key, copies=1):
        smaller, node, larger = self._cut(key)
        if node is None:
            self.root = join(smaller, larger)
            raise KeyError(key)
        taken = min(copies, node.copies)
        node.copies -= taken
        middle = fixed(node) if node.copies else None
        self.root = join(join(smaller, middle), larger)
        return taken

    def count(self, key):
        node = self.root
        while node and node.key != key:
            node = node.left if key < node.key else node.right
        return node.copies if node else 0

    def rank(self, key, inclusive=False):
        smaller, rest = split(self.root, key)
        rank = size(smaller)
        self.root = join(smaller, rest)
        return rank + (self.count(key) if inclusive else 0)

    def at(self, rank):
        node = self.root
        if rank < 0:
            raise IndexError(rank)
        while node:
            before = size(node.left)
            if before <= rank < before + node.copies:
                return node.key
            if rank < before:
                node = node.left
            else:
                rank -= before + node.copies
                node = node.right
        raise IndexError

    def below(self, key):
        node, best = self.root, None
        while node:
            if node.key < key:
                best = node.key
                node = node.right
            else:
                node = node.left
        return best

    def items(self, low, high):
        def visit(node):
            if node is None:
                return
            if low <= node.key:
                yield from visit(node.left)
                if node.key < high:
                    yield node.key, node.copies
            if node.key < high:
                yield from visit(node.right)

        return list(visit(self.root))
