# Two sets are combined by going over all their ends, whatever the rule is.
def sweep(one, other, rule):
    """Half-open ranges where rule(in one, in other) holds."""
    points = sorted({point for pair in one + other for point in pair})
    result = []
    for low, high in zip(points, points[1:]):
        in_one = any(a <= low < b for a, b in one)
        in_other = any(a <= low < b for a, b in other)
        if rule(in_one, in_other):
            if result and result[-1][1] == low:
                result[-1] = (result[-1][0], high)
            else:
                result.append((low, high))
    return result


def closed(ranges):
    return [(low, high - 1) for low, high in ranges]


def length(ranges):
    return sum(high - low for low, high in ranges)


class RangeSet:
    def __init__(self, text=""):
        self.ranges = []
        for piece in text.split(","):
            if piece:
                first, _, last = piece.partition("..")
                self.add(int(first), int(last or first))

    def _change(self, first, last, rule):
        before = length(self.ranges)
        self.ranges = sweep(self.ranges, [(first, last + 1)], rule)
        return abs(length(self.ranges) - before)

    def add(self, first, last):
        if first > last:
            raise ValueError("empty range")
        return self._change(first, last, lambda mine, new: mine or new)

    def remove(self, first, last):
        return self._change(first, last, lambda mine, gone: mine and not gone)

    def flip(self, first, last):
        self._change(first, last, lambda mine, turned: mine != turned)

    def within(self, first, last):
        return closed(sweep(self.ranges, [(first, last + 1)], lambda mine, asked: mine and asked))

    def gaps(self, first, last):
        return closed(sweep(self.ranges, [(first, last + 1)], lambda mine, asked: asked and not mine))

    def size(self):
        return length(self.ranges)

    def at(self, index):
        if not 0 <= index < self.size():
            raise IndexError(index)
        for low, high in self.ranges:
            if index < high - low:
                break
            index -= high - low
        return low + index

    def text(self):
        return ",".join(f"{low}..{high}" if low != high else f"{low}" for low, high in closed(self.ranges))
