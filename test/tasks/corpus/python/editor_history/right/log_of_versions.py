# A list of versions, of which each edit has two, and an index.
class Editor:
    def __init__(self, text="", limit=100):
        self.now = (text, len(text))
        self.versions = []
        self.index = 0
        self.limit = limit
        self.calls = "none"

    @property
    def text(self):
        return self.now[0]

    @property
    def cursor(self):
        return self.now[1]

    def show(self):
        text, cursor = self.now
        return text[:cursor] + "|" + text[cursor:]

    def move(self, place):
        self.now = (self.text, max(0, min(len(self.text), place)))
        self.calls = "other"

    def commit(self, new, kind):
        self.versions = self.versions[: self.index] + [(self.now, new)]
        if len(self.versions) > self.limit:
            self.versions = self.versions[1:]
        self.index = len(self.versions)
        self.now = new
        self.calls = kind

    def insert(self, piece):
        if piece == "":
            return
        text, cursor = self.now
        new = (text[:cursor] + piece + text[cursor:], cursor + len(piece))
        if len(piece) > 1:
            self.commit(new, "other")
        elif self.calls == "typed" and not piece.isspace():
            first, _ = self.versions[-1]
            self.versions[-1] = (first, new)
            self.now = new
        else:
            self.commit(new, "typed")

    def delete(self, count):
        text, cursor = self.now
        kept = text[:cursor][: max(0, cursor - count)]
        if len(kept) < cursor:
            self.commit((kept + text[cursor:], len(kept)), "other")

    def replace(self, old, new):
        if not old:
            raise ValueError("old")
        text, cursor = self.now
        starts = [start for start in (text.find(old, cursor), text.find(old)) if start >= 0]
        if not starts:
            return False
        start = starts[0]
        self.commit((text[:start] + new + text[start + len(old) :], start + len(new)), "other")
        return True

    def undo(self, times=1):
        self.calls = "other"
        count = min(times, self.index)
        if count > 0:
            self.index -= count
            self.now = self.versions[self.index][0]
        return count

    def redo(self, times=1):
        self.calls = "other"
        count = min(times, len(self.versions) - self.index)
        if count > 0:
            self.index += count
            self.now = self.versions[self.index - 1][1]
        return count
