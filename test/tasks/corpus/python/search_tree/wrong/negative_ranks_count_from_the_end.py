# A negative rank counts from the end.
from bisect import bisect_left, bisect_right


class SearchTree:
    def __init__(self, keys=()):
        self.row = sorted(keys)

    def add(self, key, copies=1):
        if copies < 1:
            raise ValueError("copies")
        at = bisect_right(self.row, key)
        self.row[at:at] = [key] * copies

    def _span(self, key):
        return bisect_left(self.row, key), bisect_right(self.row, key)

    def remove(self, key, copies=1):
        start, stop = self._span(key)
        if start == stop:
            raise KeyError(key)
        stop = min(stop, start + copies)
        del self.row[start:stop]
        return stop - start

    def count(self, key):
        start, stop = self._span(key)
        return stop - start

    def rank(self, key, inclusive=False):
        return self._span(key)[1 if inclusive else 0]

    def at(self, rank):

        return self.row[rank]

    def below(self, key):
        start = bisect_left(self.row, key)
        return self.row[start - 1] if start else None

    def items(self, low, high):
        found = []
        for key in self.row[bisect_left(self.row, low) : max(bisect_left(self.row, low), bisect_left(self.row, high))]:
            if found and found[-1][0] == key:
                found[-1] = (key, found[-1][1] + 1)
            else:
                found.append((key, 1))
        return found
