class RangeSet:
    """A set of integers as ranges in ascending order that neither overlap nor touch; both ends of a range belong to it."""

    def __init__(self, text=""):
        self.ranges = []
        for part in text.split(",") if text else []:
            first, _, last = part.partition("..")
            self.add(int(first), int(last or first))

    def add(self, first, last):
        if first > last:
            raise ValueError("a range begins before it ends")
        size = self.size()
        below = [pair for pair in self.ranges if pair[1] < first - 1]
        above = [pair for pair in self.ranges if pair[0] > last + 1]
        for low, high in self.ranges[len(below) : len(self.ranges) - len(above)]:
            first = min(first, low)
            last = max(last, high)
        self.ranges = [*below, (first, last), *above]
        return self.size() - size

    def remove(self, first, last):
        size = self.size()
        left = []
        for low, high in self.ranges:
            if low < first:
                left.append((low, min(high, first - 1)))
            if high > last:
                left.append((max(low, last + 1), high))
        self.ranges = left
        return size - self.size()

    def flip(self, first, last):
        inside, missing = self.within(first, last), self.gaps(first, last)
        for low, high in inside:
            self.remove(low, high)
        for low, high in missing:
            self.add(low, high)

    def within(self, first, last):
        return [(max(low, first), min(high, last)) for low, high in self.ranges if low <= last and high >= first]

    def gaps(self, first, last):
        gaps = []
        for low, high in self.within(first, last):
            if first < low:
                gaps.append((first, low - 1))
            first = high + 1
        if first <= last:
            gaps.append((first, last))
        return gaps

    def size(self):
        return sum(high - low + 1 for low, high in self.ranges)

    def at(self, index):
        if index >= 0:
            for low, high in self.ranges:
                if index <= high - low:
                    return low + index
                index -= high - low + 1
        raise IndexError("there is no such number")

    def text(self):
        return ",".join(str(low) if low == high else f"{low}..{high}" for low, high in self.ranges)
