# A Counter, expanded where places are asked for.
from collections import Counter


class SearchTree:
    def __init__(self, keys=()):
        self.counter = Counter(keys)

    def add(self, key, copies=1):
        if copies <= 0:
            raise ValueError("copies begin at 1")
        self.counter[key] += copies

    def remove(self, key, copies=1):
        if key not in self.counter:
            raise KeyError(key)
        taken = min(copies, self.counter[key])
        self.counter[key] -= taken
        self.counter += Counter()
        return taken

    def count(self, key):
        return self.counter[key]

    def rank(self, key, inclusive=False):
        if inclusive:
            return sum(copies for other, copies in self.counter.items() if other <= key)
        return sum(copies for other, copies in self.counter.items() if other < key)

    def at(self, rank):
        expanded = sorted(self.counter.elements())
        if rank not in range(len(expanded)):
            raise IndexError(rank)
        return expanded[rank]

    def below(self, key):
        smaller = [other for other in self.counter if other < key]
        smaller.sort()
        return smaller[-1] if smaller else None

    def items(self, low, high):
        return sorted((key, copies) for key, copies in self.counter.items() if key >= low and key < high)
