# Values in blocks of a few, split when they grow.
class Chain:
    SIZE = 4

    def __init__(self, values=()):
        self._fill(list(values))

    def _fill(self, values):
        self.blocks = [values[at : at + self.SIZE] for at in range(0, len(values), self.SIZE)]

    def values(self):
        return [value for block in self.blocks for value in block]

    def append(self, value):
        if not self.blocks or len(self.blocks[-1]) == self.SIZE:
            self.blocks.append([])
        self.blocks[-1].append(value)

    def insert(self, index, value):
        if index < 0:
            raise IndexError(index)
        for number, block in enumerate(self.blocks):
            if index <= len(block):
                block.insert(index, value)
                if len(block) > self.SIZE:
                    self.blocks[number : number + 1] = [block[:2], block[2:]]
                return
            index -= len(block)
        if index > 0:
            raise IndexError(index)
        self.append(value)

    def remove(self, index):
        if index < 0:
            raise IndexError(index)
        for number, block in enumerate(self.blocks):
            if index < len(block):
                value = block.pop(index)
                if not block:
                    del self.blocks[number]
                return value
            index -= len(block)
        raise IndexError(index)

    def drop_repeats(self):
        values = self.values()
        pairs = zip(values, values[1:])
        kept = values[:1] + [after for before, after in pairs if not before == after]
        self._fill(kept)
        return len(values) - len(kept)

    def reverse_groups(self, size):
        if size < 1:
            raise ValueError(size)
        values = self.values()
        whole = len(values) // size * size
        turned = [values[at // size * size + size - 1 - at % size] for at in range(whole)]
        self._fill(turned + values[whole:])

    def merge(self, other):
        tagged = [(value, 0) for value in self.values()] + [(value, 1) for value in other.values()]
        tagged.sort(key=lambda pair: pair[0])
        self._fill([value for value, _ in tagged])
        other._fill([])
