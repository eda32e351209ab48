# A sorted list of the points at which membership changes; the number of points before tells whether it holds.
from bisect import bisect_left, bisect_right


class RangeSet:
    def __init__(self, text=""):
        self.points = []
        if text:
            for part in text.split(","):
                ends = [int(end) for end in part.split("..")]
                self.add(ends[0], ends[-1])

    def _pairs(self, points=None):
        points = self.points if points is None else points
        return [(points[at], points[at + 1] - 1) for at in range(0, len(points), 2)]

    def _cut(self, first, last):
        """The points of the part from first to last."""
        start, stop = bisect_right(self.points, first), bisect_left(self.points, last + 1)
        part = self.points[start:stop]
        if start % 2:
            part = [first, *part]
        if stop % 2:
            part = [*part, last + 1]
        return part

    def _length(self, points):
        return sum(points[1::2]) - sum(points[::2])

    def _set(self, first, last, value):
        start, stop = bisect_left(self.points, first), bisect_right(self.points, last + 1)
        new = []
        if start % 2 != value:
            new.append(first)
        if stop % 2 != value:
            new.append(last + 1)
        self.points[start:stop] = new

    def add(self, first, last):
        if last < first:
            raise ValueError("first above last")
        new = last - first + 1 - self._length(self._cut(first, last))
        self._set(first, last, 1)
        return new

    def remove(self, first, last):
        old = self._length(self._cut(first, last))
        self._set(first, last, 0)
        return old

    def flip(self, first, last):
        for point in (first, last + 1):
            at = bisect_left(self.points, point)
            if at < len(self.points) and self.points[at] == point:
                del self.points[at]
            else:
                self.points.insert(at, point)

    def within(self, first, last):
        return self._pairs(self._cut(first, last))

    def gaps(self, first, last):
        part = self._cut(first, last)
        part = part[1:] if part and part[0] == first else [first, *part]
        part = part[:-1] if part and part[-1] == last + 1 else [*part, last + 1]
        return self._pairs(part)

    def size(self):
        return self._length(self.points)

    def text(self):
        return ",".join(f"{low}" if low == high else f"{low}..{high}" for low, high in self._pairs())

    def at(self, index):
        if index < 0:
            raise IndexError(index)
        for low, high in self._pairs():
            if low + index <= high:
                return low + index
            index -= high + 1 - low
        raise IndexError
