# A list of Python's own range objects.
class RangeSet:
    def __init__(self, text=""):
        self.parts = []
        for word in text.split(",") if text else ():
            numbers = list(map(int, word.split("..")))
            self.add(min(numbers[:1]), max(numbers[-1:]))

    @staticmethod
    def _show(parts):
        return [(part[0], part[-1]) for part in parts]

    def _total(self, parts):
        return sum(part.stop - part.start for part in parts)

    def _inside(self, first, last):
        cut = [range(max(part.start, first), min(part.stop, last + 1)) for part in self.parts]
        return [part for part in cut if part]

    def _outside(self, first, last):
        below = [range(part.start, min(part.stop, first)) for part in self.parts]
        above = [range(max(part.start, last + 1), part.stop) for part in self.parts]
        return [part for part in below + above if part]

    def _join(self, parts):
        self.parts = []
        for part in sorted(parts, key=lambda part: part.start):
            if self.parts and self.parts[-1].stop >= part.start:
                part = range(self.parts.pop().start, part.stop)
            self.parts.append(part)

    def add(self, first, last):
        if first > last:
            raise ValueError(range(first, last + 1))
        known = self._total(self._inside(first, last))
        self._join([*self._outside(first, last), range(first, last + 1)])
        return last + 1 - first - known

    def remove(self, first, last):
        known = self._total(self._inside(first, last))
        self._join(self._outside(first, last))
        return known

    def flip(self, first, last):
        missing = [range(low, high + 1) for low, high in self.gaps(first, last)]
        self._join(self._outside(first, last) + missing)

    def within(self, first, last):
        return self._show(self._inside(first, last))

    def gaps(self, first, last):
        gaps = []
        for part in self._inside(first, last):
            gaps.append(range(first, part.start))
            first = part.stop
        gaps.append(range(first, last + 1))
        return self._show(part for part in gaps if part)

    def size(self):
        return self._total(self.parts)

    def at(self, index):
        if index < 0:
            raise IndexError(index)
        for part in self.parts:
            length = part.stop - part.start
            if index < length:
                return part.start + index
            index -= length
        raise IndexError("no such integer")

    def text(self):
        return ",".join("..".join(map(str, sorted({low, high}))) for low, high in self._show(self.parts))
