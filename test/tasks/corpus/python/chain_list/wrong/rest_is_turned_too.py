# The shorter rest at the end is turned around, too.
class Chain:
    def __init__(self, values=()):
        self.row = list(values)

    def append(self, value):
        self.row.append(value)

    def insert(self, index, value):
        if not 0 <= index <= len(self.row):
            raise IndexError(index)
        self.row.insert(index, value)

    def remove(self, index):
        if not 0 <= index < len(self.row):
            raise IndexError(index)
        return self.row.pop(index)

    def drop_repeats(self):
        before = len(self.row)
        kept = []
        for value in self.row:
            if not kept or not kept[-1] == value:
                kept.append(value)
        self.row = kept
        return before - len(kept)

    def reverse_groups(self, size):
        if size < 1:
            raise ValueError(size)
        whole = len(self.row)
        for start in range(0, whole, size):
            self.row[start : start + size] = self.row[start : start + size][::-1]

    def merge(self, other):
        mine, theirs = self.row, other.row
        self.row, other.row = [], []
        i = j = 0
        while i < len(mine) or j < len(theirs):
            if j == len(theirs) or (i < len(mine) and mine[i] <= theirs[j]):
                self.row.append(mine[i])
                i += 1
            else:
                self.row.append(theirs[j])
                j += 1

    def values(self):
        return self.row[:]
