# A balanced tree of tuples that is built anew from its sorted items after each change.
def build(items):
    if not items:
        return None
    middle = len(items) // 2
    left, right = build(items[:middle]), build(items[middle + 1 :])
    key, copies = items[middle]
    total = copies + (left[3] if left else 0) + (right[3] if right else 0)
    return left, key, copies, total, right


class SearchTree:
    def __init__(self, keys=()):
        counts = {}
        for key in keys:
            counts[key] = counts.get(key, 0) + 1
        self.tree = build(sorted(counts.items()))

    def _all(self):
        def visit(tree):
            if tree:
                left, key, copies, _, right = tree
                yield from visit(left)
                yield key, copies
                yield from visit(right)

        return dict(visit(self.tree))

    def _store(self, counts):
        self.tree = build(sorted((key, copies) for key, copies in counts.items() if copies))

    def add(self, key, copies=1):
        if copies < 1:
            raise ValueError
        counts = self._all()
        counts[key] = counts.get(key, 0) + copies
        self._store(counts)

    def remove(self, key, copies=1):
        counts = self._all()
        taken = min(counts[key], copies)
        counts[key] -= taken
        self._store(counts)
        return taken

    def count(self, key):
        tree = self.tree
        while tree:
            if tree[1] == key:
                return tree[2]
            tree = tree[0] if key < tree[1] else tree[4]
        return 0

    def rank(self, key, inclusive=False):
        tree, rank = self.tree, self.count(key) if inclusive else 0
        while tree:
            left, here, copies, total, right = tree
            if here < key:
                rank += total - (right[3] if right else 0)
                tree = right
            else:
                tree = left
        return rank

    def at(self, rank):
        tree = self.tree
        if tree is None or not 0 <= rank < tree[3]:
            raise IndexError(rank)
        while True:
            left, key, copies, _, right = tree
            before = left[3] if left else 0
            if rank < before:
                tree = left
            elif rank - before < copies:
                return key
            else:
                rank -= before + copies
                tree = right

    def below(self, key):
        rank = self.rank(key)
        return self.at(rank - 1) if rank else None

    def items(self, low, high):
        return [(key, copies) for key, copies in self._all().items() if low <= key < high]
