# Pairs in the order in which they got their priorities; everything else is searching.
class KeyedHeap:
    def __init__(self):
        self.pairs = []

    def _index(self, key):
        for index, (other, _) in enumerate(self.pairs):
            if other == key:
                return index
        raise KeyError(key)

    def _first(self):
        if not self.pairs:
            raise IndexError
        best = 0
        for index, (_, priority) in enumerate(self.pairs):
            if priority < self.pairs[best][1]:
                best = index
        return best

    def push(self, key, priority):
        if any(key == other for other, _ in self.pairs):
            raise KeyError(key)
        self.pairs.append((key, priority))

    def change(self, key, priority):
        index = self._index(key)
        old_key, before = self.pairs[index]
        if before != priority:
            del self.pairs[index]
            self.pairs.append((old_key, priority))
        return before

    def remove(self, key):
        return self.pairs.pop(self._index(key))[1]

    def peek(self):
        return self.pairs[self._first()]

    def pop(self):
        return self.pairs.pop(self._first())

    def pop_level(self):
        level = min((priority for _, priority in self.pairs), default=None)
        keys = [key for key, priority in self.pairs if priority == level]
        self.pairs = [pair for pair in self.pairs if pair[1] != level]
        return keys
