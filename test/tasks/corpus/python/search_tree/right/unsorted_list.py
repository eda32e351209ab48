# An unsorted list of all copies; each question is answered by counting.
class SearchTree:
    def __init__(self, keys=()):
        self.bag = [*keys]

    def add(self, key, copies=1):
        if copies < 1:
            raise ValueError("copies < 1")
        self.bag.extend([key] * copies)

    def remove(self, key, copies=1):
        if key not in self.bag:
            raise KeyError(key)
        taken = 0
        while taken < copies and key in self.bag:
            self.bag.remove(key)
            taken += 1
        return taken

    def count(self, key):
        return self.bag.count(key)

    def rank(self, key, inclusive=False):
        return len([other for other in self.bag if other < key or (inclusive and other == key)])

    def at(self, rank):
        for key in self.bag:
            if self.rank(key) <= rank < self.rank(key, True):
                return key
        raise IndexError(rank)

    def below(self, key):
        best = None
        for other in self.bag:
            if other < key and (best is None or other > best):
                best = other
        return best

    def items(self, low, high):
        keys = sorted({key for key in self.bag if low <= key < high})
        return [(key, self.count(key)) for key in keys]
