# A range of two integers is written as two.
class RangeSet:
    def __init__(self, text=""):
        self.ranges = []
        for piece in text.split(",") if text else []:
            low, dots, high = piece.partition("..")
            self.add(int(low), int(high if dots else low))

    def _store(self, ranges):
        self.ranges = []
        for low, high in sorted(ranges):
            if self.ranges and low <= self.ranges[-1][1] + 1:
                self.ranges[-1] = (self.ranges[-1][0], max(high, self.ranges[-1][1]))
            else:
                self.ranges.append((low, high))

    def text(self):
        return ",".join(str(low) if low == high else f"{low},{high}" if high == low + 1 else f"{low}..{high}" for low, high in self.ranges)

    def size(self):
        return sum(high - low + 1 for low, high in self.ranges)

    def add(self, first, last):
        if first > last:
            raise ValueError((first, last))
        before = self.size()
        self._store([*self.ranges, (first, last)])
        return self.size() - before

    def remove(self, first, last):
        before = self.size()
        rest = []
        for low, high in self.ranges:
            if low < first:
                rest.append((low, min(high, first - 1)))
            if high > last:
                rest.append((max(low, last + 1), high))
        self._store(rest)
        return before - self.size()

    def flip(self, first, last):
        gaps = self.gaps(first, last)
        self.remove(first, last)
        self._store(self.ranges + gaps)

    def within(self, first, last):
        return [(max(low, first), min(high, last)) for low, high in self.ranges if low <= last and high >= first]

    def gaps(self, first, last):
        found = []
        for low, high in self.within(first, last):
            if first < low:
                found.append((first, low - 1))
            first = high + 1
        if first <= last:
            found.append((first, last))
        return found

    def at(self, index):
        if index >= 0:
            for low, high in self.ranges:
                if index <= high - low:
                    return low + index
                index -= high - low + 1
        raise IndexError(index)
