# Nested pairs of a value and the rest, never changed, made anew from behind.
class Chain:
    def __init__(self, values=()):
        self.cells = self._from(list(values))

    @staticmethod
    def _from(values):
        cells = None
        for value in reversed(values):
            cells = (value, cells)
        return cells

    def values(self):
        found, cells = [], self.cells
        while cells:
            value, cells = cells
            found.append(value)
        return found

    def append(self, value):
        self.cells = self._from([*self.values(), value])

    def _parts(self, index):
        passed, cells = [], self.cells
        if index < 0:
            raise IndexError(index)
        while len(passed) < index:
            if cells is None:
                raise IndexError(index)
            passed.append(cells[0])
            cells = cells[1]
        return passed, cells

    def _join(self, passed, cells):
        for value in reversed(passed):
            cells = (value, cells)
        self.cells = cells

    def insert(self, index, value):
        passed, cells = self._parts(index)
        self._join(passed, (value, cells))

    def remove(self, index):
        passed, cells = self._parts(index)
        if cells is None:
            raise IndexError(index)
        self._join(passed, cells[1])
        return cells[0]

    def drop_repeats(self):
        kept, count = [], 0
        for value in self.values():
            if kept and value == kept[-1]:
                count += 1
            else:
                kept.append(value)
        self.cells = self._from(kept)
        return count

    def reverse_groups(self, size):
        if size < 1:
            raise ValueError(size)
        done, group = [], None
        length = 0
        for value in self.values():
            group = (value, group)
            length += 1
            if length == size:
                while group:
                    done.append(group[0])
                    group = group[1]
                length = 0
        rest = self.values()[len(done) :]
        self.cells = self._from(done + rest)

    def merge(self, other):
        mine, theirs, merged = self.cells, other.cells, []
        other.cells = None
        while mine or theirs:
            if theirs is None or (mine is not None and not theirs[0] < mine[0]):
                value, mine = mine
            else:
                value, theirs = theirs
            merged.append(value)
        self.cells = self._from(merged)
