# Ranges are cut at the ends of what changes, then whole ranges change, then neighbours are joined.
class RangeSet:
    def __init__(self, text=""):
        self.row = []
        words = text.split(",") if len(text) > 0 else []
        for word in words:
            dots = word.find("..")
            if dots == -1:
                self.add(int(word), int(word))
            else:
                self.add(int(word[:dots]), int(word[dots + 2 :]))

    def _cut(self, number):
        """No range goes on from number - 1 to number."""
        for at, (low, high) in enumerate(self.row):
            if low < number <= high:
                self.row[at : at + 1] = [(low, number - 1), (number, high)]
                return

    def _parts(self, first, last):
        self._cut(first)
        self._cut(last + 1)
        before = [pair for pair in self.row if pair[1] < first]
        inside = [pair for pair in self.row if first <= pair[0] and pair[1] <= last]
        after = [pair for pair in self.row if pair[0] > last]
        self._join(before + inside + after)
        return before, inside, after

    def _join(self, row):
        joined = []
        for pair in row:
            if joined and joined[-1][1] + 1 == pair[0]:
                pair = (joined.pop()[0], pair[1])
            joined.append(pair)
        self.row = joined

    @staticmethod
    def _count(row):
        return sum(high - low for low, high in row) + len(row)

    @staticmethod
    def _between(inside, first, last):
        lows = [first] + [high + 1 for _, high in inside]
        highs = [low - 1 for low, _ in inside] + [last]
        return [pair for pair in zip(lows, highs) if pair[0] <= pair[1]]

    def add(self, first, last):
        if first > last:
            raise ValueError
        before, inside, after = self._parts(first, last)
        self._join([*before, (first, last), *after])
        return last - first + 1 - self._count(inside)

    def remove(self, first, last):
        before, inside, after = self._parts(first, last)
        self._join(before + after)
        return self._count(inside)

    def flip(self, first, last):
        before, inside, after = self._parts(first, last)
        self._join(before + self._between(inside, first, last) + after)

    def within(self, first, last):
        return self._parts(first, last)[1]

    def gaps(self, first, last):
        return self._between(self.within(first, last), first, last)

    def size(self):
        return self._count(self.row)

    def at(self, index):
        if index < 0 or index >= self.size():
            raise IndexError(index)
        row = list(self.row)
        while index > row[0][1] - row[0][0]:
            low, high = row.pop(0)
            index -= high - low + 1
        return row[0][0] + index

    def text(self):
        return ",".join(f"{low}..{high}" if high - low else str(low) for low, high in self.row)
