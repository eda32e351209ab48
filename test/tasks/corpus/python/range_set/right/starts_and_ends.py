# Starts and ends in two sorted lists.
from bisect import bisect_left, bisect_right


class RangeSet:
    def __init__(self, text=""):
        self.starts = []
        self.ends = []
        for piece in filter(None, text.split(",")):
            if ".." in piece:
                first, last = piece.split("..")
            else:
                first = last = piece
            self.add(int(first), int(last))

    def _count(self, first, last):
        return sum(high - low + 1 for low, high in self.within(first, last))

    def add(self, first, last):
        if first > last:
            raise ValueError(f"{first} is above {last}")
        count = last - first + 1 - self._count(first, last)
        start = bisect_left(self.ends, first - 1)
        stop = bisect_right(self.starts, last + 1)
        if start < stop:
            first = min(first, self.starts[start])
            last = max(last, self.ends[stop - 1])
        self.starts[start:stop] = [first]
        self.ends[start:stop] = [last]
        return count

    def remove(self, first, last):
        count = self._count(first, last)
        start = bisect_left(self.ends, first)
        stop = bisect_right(self.starts, last)
        if start < stop:
            low, high = self.starts[start], self.ends[stop - 1]
            left = [(low, first - 1)] if low < first else []
            right = [(last + 1, high)] if last < high else []
            self.starts[start:stop] = [pair[0] for pair in left + right]
            self.ends[start:stop] = [pair[1] for pair in left + right]
        return count

    def flip(self, first, last):
        missing = self.gaps(first, last)
        self.remove(first, last)
        for low, high in missing:
            self.add(low, high)

    def within(self, first, last):
        start = bisect_left(self.ends, first)
        stop = bisect_right(self.starts, last)
        return [(max(self.starts[at], first), min(self.ends[at], last)) for at in range(start, stop)]

    def gaps(self, first, last):
        edges = [(first - 1, first - 1), *self.within(first, last), (last + 1, last + 1)]
        return [(a[1] + 1, b[0] - 1) for a, b in zip(edges, edges[1:]) if a[1] + 1 < b[0]]

    def text(self):
        pieces = []
        for low, high in zip(self.starts, self.ends):
            pieces.append(str(low) if low == high else str(low) + ".." + str(high))
        return ",".join(pieces)

    def size(self):
        return sum(self.ends) - sum(self.starts) + len(self.starts)

    def at(self, index):
        rest = index
        for low, high in zip(self.starts, self.ends):
            if 0 <= rest <= high - low:
                return low + rest
            rest -= high - low + 1
        raise IndexError(index)
