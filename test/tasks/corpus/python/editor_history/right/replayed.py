# The text is made anew from the edits that are in force.
class Editor:
    def __init__(self, text="", limit=100):
        self.base = text
        self.steps = []
        self.active = 0
        self.oldest = 0
        self.cursor = len(text)
        self.limit = limit
        self.joinable = False

    def text(self):
        text = self.base
        for start, size, piece, _ in self.steps[: self.active]:
            text = text[:start] + piece + text[start + size :]
        return text

    def show(self):
        text = self.text()
        return text[: self.cursor] + "|" + text[self.cursor :]

    def move(self, place):
        self.joinable = False
        self.cursor = min(max(place, 0), len(self.text()))

    def add(self, start, size, piece):
        del self.steps[self.active :]
        self.steps.append((start, size, piece, self.cursor))
        self.active += 1
        self.oldest = max(self.oldest, self.active - self.limit)
        self.cursor = start + len(piece)
        self.joinable = False

    def insert(self, piece):
        single = len(piece) == 1
        if single and self.joinable and not piece.isspace():
            start, size, typed, cursor = self.steps.pop()
            self.steps.append((start, size, typed + piece, cursor))
            self.cursor += 1
        elif piece:
            self.add(self.cursor, 0, piece)
            self.joinable = single

    def delete(self, count):
        size = min(count, self.cursor)
        if size:
            self.add(self.cursor - size, size, "")

    def replace(self, old, new):
        if old == "":
            raise ValueError("empty text")
        text = self.text()
        try:
            start = text.index(old, self.cursor)
        except ValueError:
            start = text.find(old)
        if start == -1:
            return False
        self.add(start, len(old), new)
        return True

    def undo(self, times=1):
        self.joinable = False
        count = min(times, self.active - self.oldest)
        if count > 0:
            self.active -= count
            self.cursor = self.steps[self.active][3]
        return count

    def redo(self, times=1):
        self.joinable = False
        count = min(times, len(self.steps) - self.active)
        if count > 0:
            self.active += count
            start, _, piece, _ = self.steps[self.active - 1]
            self.cursor = start + len(piece)
        return count
