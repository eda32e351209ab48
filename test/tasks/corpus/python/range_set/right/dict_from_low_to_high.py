# A dict from the low end of each range to its high end.
class RangeSet:
    def __init__(self, text=""):
        self.high = {}
        if text:
            for piece in text.split(","):
                low, _, high = piece.partition("..")
                self.add(int(low), int(high) if high else int(low))

    def _touching(self, first, last):
        return [low for low in self.high if low <= last and self.high[low] >= first]

    def add(self, first, last):
        if first > last:
            raise ValueError("the first is above the last")
        new = sum(high - low + 1 for low, high in self.gaps(first, last))
        for low in self._touching(first - 1, last + 1):
            high = self.high.pop(low)
            first, last = min(low, first), max(high, last)
        self.high[first] = last
        return new

    def remove(self, first, last):
        count = 0
        for low in self._touching(first, last):
            high = self.high.pop(low)
            count += min(high, last) - max(low, first) + 1
            if low < first:
                self.high[low] = first - 1
            if high > last:
                self.high[last + 1] = high
        return count

    def flip(self, first, last):
        inside, outside = self.within(first, last), self.gaps(first, last)
        for pair in inside:
            self.remove(*pair)
        for pair in outside:
            self.add(*pair)

    def within(self, first, last):
        return sorted((max(low, first), min(self.high[low], last)) for low in self._touching(first, last))

    def gaps(self, first, last):
        inside = self.within(first, last)
        starts = [first] + [high + 1 for _, high in inside]
        stops = [low - 1 for low, _ in inside] + [last]
        return [(start, stop) for start, stop in zip(starts, stops) if start <= stop]

    def text(self):
        def write(low):
            return f"{low}" if self.high[low] == low else f"{low}..{self.high[low]}"

        return ",".join(write(low) for low in sorted(self.high))

    def size(self):
        return sum(self.high.values()) - sum(self.high) + len(self.high)

    def at(self, index):
        for low in sorted(self.high):
            if index < 0:
                break
            if low + index <= self.high[low]:
                return low + index
            index -= self.high[low] - low + 1
        raise IndexError(index)
