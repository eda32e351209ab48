"""What can be asked for: lines of texts, texts of lines, and a shelf of texts that are written by means of each other."""
from cheapest_lines import cheapest_line
from line_reader import Grower, check_window

__all__ = ["Grower", "Shelf", "grow", "shrink"]


def shrink(text, window, before=""):
    check_window(window)
    return cheapest_line(text, window, before)


def grow(line, window, before=""):
    grower = Grower(window, before)
    text = grower.feed(line)
    grower.close()
    return text


class Shelf:
    def __init__(self, window):
        check_window(window)
        self.window = window
        self.lines = {}
        self.bases = {}

    def add(self, name, text):
        if name in self.lines:
            raise ValueError(f"{name!r} is on the shelf")
        self._write(name, text, list(self.lines))
        return len(self.lines[name])

    def read(self, name):
        if name not in self.lines:
            raise KeyError(name)
        base = self.bases[name]
        return grow(self.lines[name], self.window, "" if base is None else self.read(base))

    def remove(self, name):
        """Whatever was written by means of this text is written again."""
        orphans = {other: self.read(other) for other, base in self.bases.items() if base == name}
        text = self.read(name)
        del self.lines[name], self.bases[name]
        names = list(self.lines)
        for orphan, content in orphans.items():
            self._write(orphan, content, names[:names.index(orphan)])
        return text

    def rows(self):
        return [[name, self.bases[name], line] for name, line in self.lines.items()]

    def _write(self, name, text, earlier):
        """Takes the shortest line, the first of equals, of those that need no other text or one of the earlier ones."""
        ways = [(shrink(text, self.window), None)]
        ways += [(shrink(text, self.window, self.read(base)), base) for base in earlier]
        self.lines[name], self.bases[name] = min(ways, key=lambda way: len(way[0]))
