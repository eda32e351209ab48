# A search tree of ranges that is taken apart and built anew around each change.
def build(ranges):
    if not ranges:
        return None
    middle = len(ranges) // 2
    return build(ranges[:middle]), ranges[middle], build(ranges[middle + 1 :])


def walk(tree):
    if tree is not None:
        left, pair, right = tree
        yield from walk(left)
        yield pair
        yield from walk(right)


def overlapping(tree, first, last):
    if tree is None:
        return []
    left, (low, high), right = tree
    found = overlapping(left, first, last) if first < low else []
    if low <= last and first <= high:
        found.append((low, high))
    return found + (overlapping(right, first, last) if high < last else [])


class RangeSet:
    def __init__(self, text=""):
        self.tree = None
        if text:
            for piece in text.split(","):
                low, *rest = piece.split("..")
                self.add(int(low), int(rest[0] if rest else low))

    def _replace(self, old, new):
        kept = [pair for pair in walk(self.tree) if pair not in old]
        self.tree = build(sorted(kept + new))

    def add(self, first, last):
        if first > last:
            raise ValueError
        inside = sum(high - low + 1 for low, high in self.within(first, last))
        near = overlapping(self.tree, first - 1, last + 1)
        ends = [first, last] + [end for pair in near for end in pair]
        self._replace(near, [(min(ends), max(ends))])
        return last - first + 1 - inside

    def remove(self, first, last):
        inside = self.within(first, last)
        hit = overlapping(self.tree, first, last)
        left = [(low, first - 1) for low, _ in hit if low < first]
        right = [(last + 1, high) for _, high in hit if high > last]
        self._replace(hit, left + right)
        return sum(high - low + 1 for low, high in inside)

    def flip(self, first, last):
        gaps = self.gaps(first, last)
        self.remove(first, last)
        for low, high in gaps:
            self.add(low, high)

    def within(self, first, last):
        return [(max(first, low), min(last, high)) for low, high in overlapping(self.tree, first, last)]

    def gaps(self, first, last):
        gaps = []
        for low, high in self.within(first, last):
            gaps.append((first, low - 1))
            first = high + 1
        gaps.append((first, last))
        return [pair for pair in gaps if pair[0] <= pair[1]]

    def text(self):
        return ",".join(str(low) if low == high else f"{low}..{high}" for low, high in walk(self.tree))

    def size(self):
        return sum(1 + high - low for low, high in walk(self.tree))

    def at(self, index):
        if index < 0:
            raise IndexError(index)
        for low, high in walk(self.tree):
            count = high - low + 1
            if index < count:
                return low + index
            index -= count
        raise IndexError(index)
