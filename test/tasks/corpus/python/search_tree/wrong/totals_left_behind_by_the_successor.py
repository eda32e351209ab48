# The totals on the way to the successor that moves up stay as they were.
class Node:
    def __init__(self, key, copies):
        self.key, self.copies = key, copies
        self.total = copies
        self.left = self.right = None


def total(node):
    return node.total if node else 0


class SearchTree:
    def __init__(self, keys=()):
        self.root = None
        for key in keys:
            self.add(key)

    def _update(self, path):
        for node in reversed(path):
            node.total = node.copies + total(node.left) + total(node.right)

    def _path(self, key):
        path, node = [], self.root
        while node is not None:
            path.append(node)
            if key == node.key:
                break
            node = node.left if key < node.key else node.right
        return path

    def _find(self, key):
        path = self._path(key)
        return path[-1] if path and path[-1].key == key else None

    def add(self, key, copies=1):
        if copies < 1:
            raise ValueError("at least one copy")
        path = self._path(key)
        if path and path[-1].key == key:
            path[-1].copies += copies
        else:
            node = Node(key, copies)
            if not path:
                self.root = node
            elif key < path[-1].key:
                path[-1].left = node
            else:
                path[-1].right = node
        self._update(path)

    def remove(self, key, copies=1):
        path = self._path(key)
        if not path or path[-1].key != key:
            raise KeyError(key)
        node = path[-1]
        if node.copies > copies:
            node.copies -= copies
            self._update(path)
            return copies
        taken = node.copies
        depth = len(path)
        if node.left and node.right:
            path.append(node.right)
            while path[-1].left:
                path.append(path[-1].left)
            successor = path[-1]
            node.key, node.copies = successor.key, successor.copies
            node = successor
        child = node.left or node.right
        if len(path) == 1:
            self.root = child
        elif path[-2].left is node:
            path[-2].left = child
        else:
            path[-2].right = child
        self._update(path[:depth] if len(path) > depth else path[:-1])
        return taken

    def count(self, key):
        node = self._find(key)
        return node.copies if node else 0

    def rank(self, key, inclusive=False):
        rank, node = 0, self.root
        while node:
            if key < node.key:
                node = node.left
            elif key > node.key:
                rank += total(node.left) + node.copies
                node = node.right
            else:
                return rank + total(node.left) + (node.copies if inclusive else 0)
        return rank

    def at(self, rank):
        if not 0 <= rank < total(self.root):
            raise IndexError(rank)
        node = self.root
        while True:
            left = total(node.left)
            if rank < left:
                node = node.left
            elif rank < left + node.copies:
                return node.key
            else:
                rank -= left + node.copies
                node = node.right

    def below(self, key):
        best, node = None, self.root
        while node:
            if node.key < key:
                best, node = node.key, node.right
            else:
                node = node.left
        return best

    def items(self, low, high):
        found, stack, node = [], [], self.root
        while stack or node:
            while node:
                stack.append(node)
                node = node.left
            node = stack.pop()
            if low <= node.key < high:
                found.append((node.key, node.copies))
            node = node.right
        return found
