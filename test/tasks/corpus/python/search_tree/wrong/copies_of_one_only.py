# Removing takes one copy where there is more than one.
class SearchTree:
    def __init__(self, keys=()):
        self.copies = {}
        for key in keys:
            self.add(key)

    def add(self, key, copies=1):
        if copies < 1:
            raise ValueError(copies)
        self.copies[key] = self.copies.get(key, 0) + copies

    def remove(self, key, copies=1):
        there = self.copies[key]
        if there <= copies:
            del self.copies[key]
            return there
        self.copies[key] = there - 1
        return 1

    def count(self, key):
        return self.copies.get(key, 0)

    def rank(self, key, inclusive=False):
        smaller = sum(copies for other, copies in self.copies.items() if other < key)
        return smaller + self.count(key) if inclusive else smaller

    def at(self, rank):
        if rank >= 0:
            for key in sorted(self.copies):
                if rank < self.copies[key]:
                    return key
                rank -= self.copies[key]
        raise IndexError(rank)

    def below(self, key):
        return max((other for other in self.copies if other < key), default=None)

    def items(self, low, high):
        return [(key, self.copies[key]) for key in sorted(self.copies) if low <= key < high]
