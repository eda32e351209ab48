# Cells are numbers; one table has their values, another which cell follows.
END = -1


class Chain:
    def __init__(self, values=()):
        self.value = []
        self.follows = []
        self.first = END
        for value in values:
            self.append(value)

    def _cells(self):
        cells, cell = [], self.first
        while cell != END:
            cells.append(cell)
            cell = self.follows[cell]
        return cells

    def _link(self, cells):
        self.first = cells[0] if cells else END
        for cell, following in zip(cells, [*cells[1:], END]):
            self.follows[cell] = following

    def _new(self, value):
        self.value.append(value)
        self.follows.append(END)
        return len(self.value) - 1

    def append(self, value):
        self._link([*self._cells(), self._new(value)])

    def insert(self, index, value):
        cells = self._cells()
        if not 0 <= index <= len(cells):
            raise IndexError(index)
        self._link([*cells[:index], self._new(value), *cells[index:]])

    def remove(self, index):
        cells = self._cells()
        if not 0 <= index < len(cells):
            raise IndexError(index)
        cell = cells.pop(index)
        self._link(cells)
        return self.value[cell]

    def drop_repeats(self):
        cells = self._cells()
        kept = [cell for at, cell in enumerate(cells) if at == 0 or self.value[cells[at - 1]] != self.value[cell]]
        self._link(kept)
        return len(cells) - len(kept)

    def reverse_groups(self, size):
        if size < 1:
            raise ValueError(size)
        cells = self._cells()
        for at in range(size, len(cells) + 1, size):
            cells[at - size : at] = reversed(cells[at - size : at])
        self._link(cells)

    def merge(self, other):
        cells = self._cells()
        at = 0
        for value in other.values():
            while at < len(cells) and self.value[cells[at]] <= value:
                at += 1
            cells.insert(at, self._new(value))
            at += 1
        self._link(cells)
        other._link([])

    def values(self):
        return [self.value[cell] for cell in self._cells()]
