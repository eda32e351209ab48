# Only adding is done by itself: removing adds to the complement, between ends that are far away.
def united(ranges, first, last):
    below = [pair for pair in ranges if pair[1] < first - 1]
    above = [pair for pair in ranges if pair[0] > last + 1]
    middle = [pair for pair in ranges if first - 1 <= pair[1] and pair[0] <= last + 1]
    low = min([first, *(pair[0] for pair in middle)])
    high = max([last, *(pair[1] for pair in middle)])
    return below + [(low, high)] + above


def holes(ranges, first, last):
    found = []
    for low, high in ranges:
        if high < first or low > last:
            continue
        if low > first:
            found.append((first, low - 1))
        first = max(first, high + 1)
    if first <= last:
        found.append((first, last))
    return found


def amount(ranges):
    return sum(high - low + 1 for low, high in ranges)


class RangeSet:
    def __init__(self, text=""):
        self.ranges = []
        pieces = [piece for piece in text.split(",") if piece]
        for piece in pieces:
            ends = piece.split("..")
            self.add(int(ends[0]), int(ends[-1]))

    def _frame(self, first, last):
        numbers = [first, last, *(number for pair in self.ranges for number in pair)]
        return min(numbers) - 2, max(numbers) + 2

    def add(self, first, last):
        if first > last:
            raise ValueError(first)
        before = amount(self.ranges)
        self.ranges = united(self.ranges, first, last)
        return amount(self.ranges) - before

    def remove(self, first, last):
        before = amount(self.ranges)
        frame = self._frame(first, last)
        self.ranges = holes(united(holes(self.ranges, *frame), first, last), *frame)
        return before - amount(self.ranges)

    def flip(self, first, last):
        turned = holes(self.ranges, first, last)
        self.remove(first, last)
        for pair in turned:
            self.ranges = united(self.ranges, *pair)

    def within(self, first, last):
        return holes(holes(self.ranges, first, last), first, last)

    def gaps(self, first, last):
        return holes(self.ranges, first, last)

    def size(self):
        return amount(self.ranges)

    def text(self):
        return ",".join(str(low) + (f"..{high}" if high > low else "") for low, high in self.ranges)

    def at(self, index):
        if index < 0 or index >= amount(self.ranges):
            raise IndexError(index)
        passed = 0
        for low, high in self.ranges:
            if index - passed <= high - low:
                return low + index - passed
            passed += high - low + 1
